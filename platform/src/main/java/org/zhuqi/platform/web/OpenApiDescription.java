package org.zhuqi.platform.web;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuqi.platform.shared.Actor;
import org.zhuqi.platform.web.listing.ListQuery;
import org.zhuqi.platform.web.problem.Problems;

/** What the description of the API says of all endpoints alike: the key, the problems, how lists are asked. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {
  private static final String PROBLEM = "Problem";

  OpenApiDescription() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Fields.class, ListQuery.class);
  }

  /** Records nested in different classes often share a short name, such as Row: the enclosing name keeps them apart. */
  @Bean
  ModelResolver modelResolver(ObjectMapperProvider mappers) {
    return new ModelResolver(
        mappers.jsonMapper(),
        new TypeNameResolver() {
          @Override
          protected String getNameOfClass(Class<?> type) {
            Class<?> outer = type.getEnclosingClass();
            return (outer == null ? "" : getNameOfClass(outer).replaceFirst("Api$", "")) + type.getSimpleName();
          }
        });
  }

  @Bean
  OpenApiCustomizer commonToAll() {
    return api -> {
      api.info(new Info().title("Zhuqi 助企").version("v1").description(
          "Everything that a page does. Sign in by session or by HTTP Basic as a service account. Amounts are fen (integers), "
              + "dates are ISO 8601, times carry their offset."));
      api.servers(List.of(new Server().url("/")));
      if (api.getPaths() == null) return;
      api.getComponents().addSchemas(PROBLEM, problem());
      api.getPaths().values().forEach(OpenApiDescription::describe);
    };
  }

  private static void describe(PathItem path) {
    path.readOperationsMap()
        .forEach(
            (method, operation) -> {
              boolean changes = method != PathItem.HttpMethod.GET && method != PathItem.HttpMethod.HEAD;
              if (changes) operation.addParametersItem(key());
              answer(operation, "4XX", "Refused or not understood: every reason with its article and what would change it");
              if (changes) answer(operation, "503", "Nothing took effect; the same request with the same key can be sent again");
            });
  }

  private static Parameter key() {
    return new Parameter()
        .in("header")
        .name("Idempotency-Key")
        .required(true)
        .schema(new StringSchema().minLength(1).maxLength(100))
        .description("The same key and body get the same answer and one effect; another body under the same key gets 422.");
  }

  private static void answer(Operation operation, String status, String description) {
    operation
        .getResponses()
        .addApiResponse(
            status,
            new ApiResponse()
                .description(description)
                .content(
                    new Content()
                        .addMediaType(
                            Problems.TYPE,
                            new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
  }

  /** RFC 9457 with our members. */
  private static Schema<?> problem() {
    Schema<?> text = new ObjectSchema().properties(Map.of("zh", new StringSchema(), "en", new StringSchema()));
    Schema<?> refusal =
        new ObjectSchema()
            .properties(
                Map.of(
                    "code", new StringSchema(),
                    "provision", new StringSchema(),
                    "sentence", text,
                    "remedy", text,
                    "field", new StringSchema()))
            .required(List.of("code", "sentence"));
    return new ObjectSchema()
        .properties(
            Map.of(
                "type", new StringSchema(),
                "title", new StringSchema(),
                "status", new IntegerSchema(),
                "detail", new StringSchema(),
                "instance", new StringSchema(),
                "code", new StringSchema().description("stable, snake_case"),
                "provision", new StringSchema().description("the article that the first reason rests on"),
                "refusals", new ArraySchema().items(refusal),
                "reference", new StringSchema().description("for the administrator; only for errors of ours")))
        .required(List.of("type", "title", "status", "detail", "code"));
  }
}
