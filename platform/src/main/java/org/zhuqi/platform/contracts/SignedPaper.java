package org.zhuqi.platform.contracts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contract as signed and sealed by both sides, one file.
 *
 * @param document the file in the vault
 * @param clientSigner who signed for the enterprise
 * @param clientByAgent an authorised representative, not the legal representative, signed for the enterprise
 * @param clientAuthorisation the representative's authorisation; null where the legal representative signed
 * @param providerSigner who signed for the institution
 * @param providerByAgent as {@code clientByAgent}, for the institution
 * @param providerAuthorisation as {@code clientAuthorisation}, for the institution
 * @param sealedByBoth declared: both seals are on it
 */
public record SignedPaper(
    UUID document,
    String clientSigner,
    boolean clientByAgent,
    @Nullable UUID clientAuthorisation,
    String providerSigner,
    boolean providerByAgent,
    @Nullable UUID providerAuthorisation,
    boolean sealedByBoth) {

  /** Signed by both legal representatives and sealed by both. */
  public static SignedPaper byLegalRepresentatives(UUID document, String client, String provider) {
    return new SignedPaper(document, client, false, null, provider, false, null, true);
  }
}
