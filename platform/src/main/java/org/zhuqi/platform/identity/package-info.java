/**
 * Identity: who somebody is to the system. Accounts of people (one each), their role and scope, signing in, and the
 * sessions that end at once when an account is disabled or its password changes.
 *
 * <p>Keeps every state in the database, so that any number of instances serve the same person. Hands every other room an
 * {@link org.zhuqi.platform.shared.Actor}: as the argument of a controller method and as the principal of the request.
 *
 * <p>Must never decide what a measure allows, never store a password, token or secret in the clear, and never say on the
 * sign-in page whether an account exists.
 */
@ApplicationModule(allowedDependencies = {"shared", "database", "audit", "web", "time", "parties"})
@NullMarked
package org.zhuqi.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
