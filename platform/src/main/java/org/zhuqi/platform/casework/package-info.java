/**
 * Casework (办件): how an application of any kind goes from draft to outcome, whoever handles it.
 *
 * <p>Keeps stages (pack data), the inbox of each office with its due dates, the timeline, and steps that must be apart,
 * apart. It never knows what a case is about: each kind brings a {@link org.zhuqi.platform.casework.CaseKind}. It never
 * decides by itself, and holds no workflow language: one enum of states, one table of transitions.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "web", "time", "audit", "decisions", "parties", "identity", "documents", "notifications"})
package org.zhuqi.platform.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
