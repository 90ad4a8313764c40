package org.zhuqi.platform.web.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller method: the kit neither asks for an idempotency key nor opens a transaction around it.
 *
 * <p>Only for what keeps keys inside its own transaction, and for signing in and out, where there is nothing to repeat.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface KeepsOwnKeys {}
