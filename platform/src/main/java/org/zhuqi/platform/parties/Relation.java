package org.zhuqi.platform.parties;

import java.util.UUID;

/**
 * What two parties have in common.
 *
 * @param kind what it is to the first party
 * @param otherKind what it is to the second; for instance shareholder of the first, legal representative of the second
 * @param masked fit for display: {@code 张** (身份证 5201**********1234)}
 */
public record Relation(UUID party, RelationKind kind, UUID other, RelationKind otherKind, String masked) {}
