/** The auditor's pages: the trail, one record, the chain and its verification. */
@NullMarked
package org.zhuqi.platform.audit.web;

import org.jspecify.annotations.NullMarked;
