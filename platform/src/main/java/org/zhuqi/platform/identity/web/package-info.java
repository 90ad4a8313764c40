/** The doors: what each request must show, signing in, accounts, registration, the first administrator. */
@NullMarked
package org.zhuqi.platform.identity.web;

import org.jspecify.annotations.NullMarked;
