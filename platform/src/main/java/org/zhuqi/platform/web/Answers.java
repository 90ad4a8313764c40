package org.zhuqi.platform.web;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.zhuqi.platform.shared.Outcome;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.web.problem.Problems;

/** How the API answers: the value, or every refusal as {@code application/problem+json}. */
public final class Answers {
  private Answers() {}

  /** 200 with the value, or 422 (409 where somebody else was first). */
  public static <T> ResponseEntity<?> of(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(var value) when value == null -> ResponseEntity.noContent().build();
      case Outcome.Done<T>(var value) -> ResponseEntity.ok(value);
      case Outcome.Refused<T>(var refusals) -> refused(refusals);
    };
  }

  /** 201 with the value and where it now is. */
  public static <T> ResponseEntity<?> created(Outcome<T> outcome, Function<? super T, String> path) {
    return switch (outcome) {
      case Outcome.Done<T>(var value) -> ResponseEntity.created(URI.create(path.apply(value))).body(value);
      case Outcome.Refused<T>(var refusals) -> refused(refusals);
    };
  }

  public static ResponseEntity<?> refused(List<Refusal> refusals) {
    var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    return ResponseEntity.status(Problems.statusOf(refusals))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problems.refused(refusals, request));
  }
}
