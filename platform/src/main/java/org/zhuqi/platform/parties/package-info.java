/**
 * Parties 主体: enterprises, project owners and institutions, each once, by its unified social credit code.
 *
 * <p>Says who a party is, where it is registered, whether a centre official has checked that, what ties it to others
 * (as keyed hashes: no identity number is kept), and where its money goes. Gives the measures the facts they ask for.
 *
 * <p>Must never decide whether a party qualifies for anything (measures and engines do), never show personal data
 * unmasked to whom it does not concern, and never know accounts beyond their id: identity stands above.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "web", "time"})
@NullMarked
package org.zhuqi.platform.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
