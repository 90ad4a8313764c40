package org.zhuqi.platform.shared;

/** What was asked for does not exist, or is not for this caller to see: the web answers 404 in both cases. */
public final class NotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotFoundException(String what) {
    super(what);
  }
}
