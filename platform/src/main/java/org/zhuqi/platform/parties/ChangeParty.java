package org.zhuqi.platform.parties;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a party changes about itself. A change of what an official has verified (anything but the contact) makes it
 * unverified again.
 *
 * @param version the version that the form was filled from: somebody else's change in between is not overwritten
 */
public record ChangeParty(
    int version,
    String name,
    Set<PartyKind> kinds,
    String area,
    @Nullable LocalDate foundedOn,
    @Nullable String industry,
    boolean legalPerson,
    boolean taxCompliant,
    String contactName,
    String phone,
    @Nullable String email,
    String address) {}
