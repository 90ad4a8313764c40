package org.zhuqi.platform.vouchers;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param group most claims that one transaction takes together
 * @param queue most claims that may wait; beyond it a claim is refused at once
 */
@ConfigurationProperties("zhuqi.claims")
record ClaimSettings(@DefaultValue("256") int group, @DefaultValue("4096") int queue) {}
