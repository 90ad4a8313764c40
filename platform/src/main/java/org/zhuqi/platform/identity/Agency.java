package org.zhuqi.platform.identity;

import java.util.Set;
import org.zhuqi.measures.Text;

/**
 * An authority or review body whose people have accounts.
 *
 * @param funders the funders whose cases its people can be given; a person may be given fewer
 */
public record Agency(String code, Text label, Set<String> funders) {}
