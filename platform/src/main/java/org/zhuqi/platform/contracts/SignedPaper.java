package org.zhuqi.platform.contracts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contract as signed and sealed by both sides, one file.
 *
 * @param document the file in the vault
 * @param clientSigner who signed for the enterprise
 * @param clientAuthorisation authorisation of its representative; null when the legal representative signed
 * @param providerSigner who signed for the institution
 * @param providerAuthorisation authorisation of its representative; null when the legal representative signed
 * @param sealedByBoth declared: both seals are on it
 */
public record SignedPaper(
    UUID document,
    String clientSigner,
    @Nullable UUID clientAuthorisation,
    String providerSigner,
    @Nullable UUID providerAuthorisation,
    boolean sealedByBoth) {}
