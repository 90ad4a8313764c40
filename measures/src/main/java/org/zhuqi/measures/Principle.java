package org.zhuqi.measures;

/** No act of its own: shown with the measure, agreed to on admission, citable in a complaint or a finding. */
public record Principle(Head head) implements Provision {}
