package org.zhuqi.platform.inspections.web;

import org.zhuqi.platform.inspections.FindingState;
import org.zhuqi.platform.inspections.InspectionState;
import org.zhuqi.platform.web.Badge;

/** How states of inspections and findings look. */
public final class Words {
  private Words() {}

  public static Badge badge(InspectionState state) {
    return new Badge(
        state.label(),
        switch (state) {
          case OPEN -> Badge.Tone.WAITING;
          case ASSIGNED -> Badge.Tone.RUNNING;
          case CLEAN -> Badge.Tone.GOOD;
          case FINDING -> Badge.Tone.BAD;
        });
  }

  public static Badge badge(FindingState state) {
    return new Badge(
        state.label(),
        switch (state) {
          case OPEN -> Badge.Tone.WAITING;
          case HEARING -> Badge.Tone.RUNNING;
          case UPHELD -> Badge.Tone.BAD;
          case DISMISSED -> Badge.Tone.OFF;
        });
  }
}
