package org.zhuqi.measures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The published schema accepts the bundled packs and refuses what the loader refuses in shape. */
class PackSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.resource("/measures/pack.schema.json"));

  static Stream<String> packs() {
    return PackLoader.listing(false).stream();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void the_schema_accepts_every_bundled_pack(String pack) {
    assertThat(schema.validate(read(Files.resource("/measures/" + pack)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "atMost: 5000000 CNY | atMost: 5000000",
        "atMost: 5000000 CNY | atMost: 5000000.001 CNY",
        "length: 5 working_days | length: 5 days",
        "kind: principle | kind: maxim",
        "mode: X | mode: Z",
        "objectionHolds: line | objectionHolds: all",
        "transition: keep_filed_version | transition: perhaps",
        "code: GYV | colour: red"
      })
  void the_schema_refuses_a_wrong_shape(String right, String wrong) {
    String content = Files.resource("/measures/gyv/2023-draft.yaml");
    String broken = content.replaceFirst(Pattern.quote(right), wrong);
    assertThat(broken).isNotEqualTo(content);
    assertThat(schema.validate(read(broken))).isNotEmpty();
  }

  @Test
  void the_schema_and_the_loader_know_the_same_kinds() {
    JsonNode kinds = schema.getSchemaNode().at("/$defs/provision/properties/kind/enum");
    List<String> sealed =
        Stream.of(Provision.class.getPermittedSubclasses())
            .map(c -> c == RecordDuty.class ? "record" : c.getSimpleName().toLowerCase(java.util.Locale.ROOT))
            .sorted()
            .toList();
    assertThat(JSON.convertValue(kinds, List.class)).isEqualTo(sealed);
  }

  private static JsonNode read(String content) {
    LoaderOptions options = new LoaderOptions();
    DumperOptions dumping = new DumperOptions();
    Yaml yaml =
        new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options, new PlainWords());
    Map<String, Object> map = yaml.load(content);
    return JSON.valueToTree(map);
  }

  /** As YAML 1.2 reads: dates stay text, and only true and false are boolean. */
  private static final class PlainWords extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, Pattern.compile("^(true|false)$"), "tf");
      addImplicitResolver(Tag.INT, Pattern.compile("^-?[0-9]+$"), "-0123456789");
    }
  }
}
