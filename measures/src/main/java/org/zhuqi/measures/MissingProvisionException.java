package org.zhuqi.measures;

/** A measure was asked for something that it does not provide. Nothing is granted by silence. */
public final class MissingProvisionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingProvisionException(String measure, String version, String kind, String role, String applicantClass) {
    super(
        "Measure %s %s has no %s under the role %s%s"
            .formatted(
                measure,
                version,
                kind,
                role,
                applicantClass.isEmpty() ? "" : " for applicants of class " + applicantClass));
  }
}
