package org.zhuqi.platform.ratings.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuqi.platform.contracts.Contract;
import org.zhuqi.platform.ratings.Ranking;
import org.zhuqi.platform.ratings.Rankings;
import org.zhuqi.platform.ratings.Rating;
import org.zhuqi.platform.ratings.Ratings;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.Answers;

/** Ratings and the ranking for programs. */
@RestController
@RequestMapping("/api/v1")
class RatingApi {
  private final Ratings ratings;
  private final Rankings rankings;

  RatingApi(Ratings ratings, Rankings rankings) {
    this.ratings = ratings;
    this.rankings = rankings;
  }

  /** @param grade 5 (best) to 1 */
  public record RatingBody(int grade, @Nullable String comment) {}

  public record TextBody(String text) {
    String value() {
      return text == null ? "" : text;
    }
  }

  /** A rating as the public sees it. */
  public record PublicRating(
      String contract, UUID institution, String enterprise, int grade, @Nullable String comment, LocalDate ratedOn, @Nullable String answer) {
    static PublicRating of(Rating r) {
      return new PublicRating(r.contractNumber(), r.provider(), r.clientMasked(), r.grade(), r.commentMasked(), r.ratedOn(), r.answerMasked());
    }
  }

  @GetMapping("/ranking")
  @PreAuthorize("permitAll()")
  Ranking ranking() {
    return rankings.ranking();
  }

  /** What the ranking is computed from, oldest first. */
  @GetMapping("/ranking/ratings")
  @PreAuthorize("permitAll()")
  List<PublicRating> inputs() {
    return rankings.inputs().stream().map(PublicRating::of).toList();
  }

  @GetMapping("/institutions/{id}/ratings")
  @PreAuthorize("permitAll()")
  List<PublicRating> ofInstitution(
      @PathVariable UUID id, @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    return ratings.ofInstitution(id, Math.max(0, page), Math.clamp(size, 1, 200)).stream().map(PublicRating::of).toList();
  }

  @GetMapping("/ratings/to-give")
  @PreAuthorize("hasRole('ENTERPRISE')")
  List<Contract> toGive(Actor actor) {
    return ratings.toRate(actor.partyOrThrow());
  }

  @PostMapping("/contracts/{id}/rating")
  @PreAuthorize("hasRole('ENTERPRISE')")
  ResponseEntity<?> rate(Actor actor, @PathVariable UUID id, @RequestBody RatingBody body) {
    return Answers.of(ratings.rate(actor, id, body.grade(), body.comment()).map(x -> ratings.ofContract(id).orElseThrow()));
  }

  @PostMapping("/ratings/{id}/answer")
  @PreAuthorize("hasRole('INSTITUTION')")
  ResponseEntity<?> answer(Actor actor, @PathVariable UUID id, @RequestBody TextBody body) {
    return Answers.of(ratings.answer(actor, id, body.value()));
  }

  @GetMapping("/ratings/follow-ups")
  @PreAuthorize("hasAnyRole('CENTRE','AUDITOR')")
  List<Rating> followUps(Actor actor) {
    return ratings.openFollowUps(actor);
  }

  @PostMapping("/ratings/{id}/follow-up")
  @PreAuthorize("hasRole('CENTRE')")
  ResponseEntity<?> followUp(Actor actor, @PathVariable UUID id, @RequestBody TextBody body) {
    return Answers.of(ratings.followUp(actor, id, body.value()));
  }
}
