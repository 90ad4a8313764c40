package org.zhuqi.platform.web.problem;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.zhuqi.measures.Text;
import org.zhuqi.measures.UnknownYearException;
import org.zhuqi.platform.shared.ForbiddenException;
import org.zhuqi.platform.shared.NotFoundException;
import org.zhuqi.platform.shared.Refusal;
import org.zhuqi.platform.shared.RefusedException;
import org.zhuqi.platform.shared.Role;
import org.zhuqi.platform.shared.UnansweredException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** The one place where exceptions become problems. */
final class ProblemOf {
  private static final Pattern ROLE = Pattern.compile("'(?:ROLE_)?([A-Z]+)'");

  private ProblemOf() {}

  static Problem exception(Throwable e) {
    return switch (e) {
      case RefusedException r -> refusals(r.refusals());
      case NotFoundException n -> Problem.NOT_FOUND;
      case ForbiddenException f -> forbidden(f.allowed());
      case CsrfException c -> Problem.FORM_EXPIRED;
      case AuthorizationDeniedException d -> forbidden(rolesIn(String.valueOf(d.getAuthorizationResult())));
      case AccessDeniedException d -> forbidden(List.of());
      case UnknownYearException u -> refusals(List.of(new Refusal("unknown_holiday_year", null, u.text(), null, null)));
      case MaxUploadSizeExceededException m -> Problem.TOO_LARGE;
      case MultipartException m -> status(400);
      case OptimisticLockingFailureException o -> changedMeanwhile();
      case UnansweredException u -> Problem.UNANSWERED;
      case CannotGetJdbcConnectionException c -> Problem.DATABASE_AWAY;
      case CannotCreateTransactionException c -> Problem.DATABASE_AWAY;
      case DataAccessResourceFailureException d -> Problem.DATABASE_AWAY;
      case ConcurrencyFailureException c -> Problem.BUSY;
      case HttpMessageNotReadableException h -> unreadable(h);
      case MethodArgumentNotValidException m -> invalid(m);
      case MethodArgumentTypeMismatchException m -> mismatch(m);
      case ErrorResponse r -> status(r.getStatusCode().value());
      default -> cause(e);
    };
  }

  /** Some layers wrap; what lies beneath says more. A lost connection is the same whoever noticed it. */
  private static Problem cause(Throwable e) {
    Throwable cause = e.getCause();
    String state = e instanceof java.sql.SQLException sql ? String.valueOf(sql.getSQLState()) : "";
    if (state.matches("(08|57P).*")) return Problem.DATABASE_AWAY;
    // A number or a date beyond every range, or a NUL character: nothing that a page offers.
    if (state.matches("22003|22008|22021")) return status(400);
    return cause == null || cause == e ? status(500) : exception(cause);
  }

  static Problem refusals(List<Refusal> refusals) {
    boolean conflict = refusals.stream().anyMatch(r -> r.code().endsWith("_conflict") || r.code().endsWith("_meanwhile"));
    Refusal first = refusals.getFirst();
    return new Problem(
        conflict ? 409 : 422, first.code(), new Text("没有办成", "Refused"), first.sentence(), first.remedy(), refusals, null);
  }

  static Problem status(int status) {
    return switch (status) {
      case 401 -> Problem.SIGN_IN;
      case 403 -> forbidden(List.of());
      case 404 -> Problem.NOT_FOUND;
      case 405 -> Problem.of(405, "method_not_allowed", "不支持这种操作", "Not done this way",
          "这个地址不支持这种请求方法。", "This address does not answer this method.");
      case 413 -> Problem.TOO_LARGE;
      case 503 -> Problem.DATABASE_AWAY;
      default -> status < 500
          ? Problem.of(status, "bad_request", "请求有误", "The request is not right",
              "请求缺少内容或格式不对，没有执行。请重新打开页面再试。",
              "Something is missing or malformed, and nothing was done. Open the page again and retry.")
          : Problem.of(500, "internal_error", "系统出错了", "Something failed on our side",
              "您的操作没有生效。请稍后再试；仍不行时，把下面的编号告诉管理员。",
              "Nothing took effect. Try again later; if it fails again, give the administrator the number below.");
    };
  }

  private static Problem changedMeanwhile() {
    return Problem.of(409, "changed_meanwhile", "已被别人先办理", "Somebody else was first",
        "您打开页面之后，这条记录已被别人改动，您的操作没有生效。请重新打开，看过最新情况再决定。",
        "The record was changed after you opened it, and nothing took effect. Open it again and decide on what it is now.");
  }

  private static Problem forbidden(List<Role> allowed) {
    String zh = allowed.stream().map(r -> r.label().zh()).collect(Collectors.joining("、"));
    String en = allowed.stream().map(r -> r.label().en()).collect(Collectors.joining(", "));
    return allowed.isEmpty()
        ? Problem.of(403, "forbidden", "您不能这样做", "Not yours to do",
            "您的账号没有这项权限。如确需办理，请联系管理员。", "Your account does not have this right. Ask the administrator if it should.")
        : Problem.of(403, "forbidden", "您不能这样做", "Not yours to do",
            "这项操作限：" + zh + "。请换用相应的账号，或转给他们办理。",
            "This is for: " + en + ". Use such an account, or pass it on to them.");
  }

  private static List<Role> rolesIn(@Nullable String expression) {
    Matcher m = ROLE.matcher(expression == null ? "" : expression);
    return m.results()
        .map(r -> r.group(1))
        .flatMap(name -> Arrays.stream(Role.values()).filter(role -> role.name().equals(name)))
        .toList();
  }

  private static Problem unreadable(HttpMessageNotReadableException e) {
    String where = e.getCause() instanceof DatabindException d ? path(d) : "";
    String at = where.isEmpty() ? "" : "“" + where + "”";
    String line = e.getCause() instanceof JacksonException j && j.getLocation() != null
        ? " (" + j.getLocation().getLineNr() + ":" + j.getLocation().getColumnNr() + ")" : "";
    return Problem.of(400, "unreadable_body", "请求正文无法读取", "The body cannot be read",
        "请求正文不是预期的 JSON" + (at.isEmpty() ? "" : "，问题在 " + at) + line + "。请对照接口说明改正。",
        "The body is not the JSON expected" + (where.isEmpty() ? "" : "; look at \"" + where + "\"") + line
            + ". Compare it with the description of the API.");
  }

  private static String path(DatabindException e) {
    return e.getPath().stream()
        .map(r -> r.getPropertyName() != null ? r.getPropertyName() : "[" + r.getIndex() + "]")
        .collect(Collectors.joining("."));
  }

  private static Problem invalid(BindException e) {
    List<Refusal> refusals =
        e.getFieldErrors().stream().map(ProblemOf::fieldError).toList();
    return refusals.isEmpty() ? status(400) : refusals(refusals);
  }

  private static Refusal fieldError(FieldError error) {
    String message = String.valueOf(error.getDefaultMessage());
    return Refusal.of("invalid_field", error.getField() + "：" + message, error.getField() + ": " + message).at(error.getField());
  }

  /** An id in the address that is none is an address that does not exist. */
  private static Problem mismatch(MethodArgumentTypeMismatchException e) {
    return e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)
        ? Problem.NOT_FOUND
        : status(400);
  }
}
