package org.zhuqi.platform.ratings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator settles where the measure is silent.
 *
 * @param followUpWorkingDays within how many working days the centre follows up a bad rating (GB/T 39735 asks for one)
 */
@ConfigurationProperties("zhuqi.ratings")
record RatingSettings(@DefaultValue("5") int followUpWorkingDays) {}
