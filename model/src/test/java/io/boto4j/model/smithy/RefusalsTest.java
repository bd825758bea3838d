package io.boto4j.model.smithy;

import static io.boto4j.model.smithy.Models.bytes;
import static io.boto4j.model.smithy.Models.file;
import static io.boto4j.model.smithy.Models.input;
import static io.boto4j.model.smithy.Models.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.ModelException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a model is refused with the file and the place. */
final class RefusalsTest {
  private static final String REST = "'aws.protocols#restJson1': {}";

  private static void refused(String file, String... parts) {
    assertThatThrownBy(() -> SmithyService.read(Models.ORIGIN, bytes(file)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(Models.ORIGIN)
        .satisfies(e -> assertThat(List.of(parts)).allMatch(e.getMessage()::contains));
  }

  @Test
  void truncatedFile_anywhere_isRefused() {
    String whole = input(REST, "'Name': {'target': 'smithy.api#String'}", "");
    for (int length = 0; length < whole.length(); length++) {
      refused(whole.substring(0, length));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "7", "'text'", "{}", "{'version': '2.0', 'shapes': {}}"})
  void otherJson_isRefused(String file) {
    refused(file, "is not the JSON of a Smithy model");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'3.0'", "'2.1'", "2", "''"})
  void otherVersion_isRefused(String version) {
    refused("{'smithy': " + version + ", 'shapes': {}}", "smithy");
  }

  @Test
  void modelWithoutService_isRefused() {
    refused(file("'demo#X': {'type': 'string'}"), "no service");
  }

  @Test
  void missingTarget_isNamedWithItsPlace() {
    refused(
        input(REST, "'Name': {'target': 'demo#Missing'}", ""),
        "demo#Missing",
        "shapes > demo#PutInput > members > Name");
    refused(service("{'target': 'demo#Missing'}", "'demo#X': {'type': 'string'}"), "demo#Missing");
  }

  @Test
  void targetOfAnotherType_isRefused() {
    refused(service("{'target': 'demo#X'}", "'demo#X': {'type': 'string'}"), "demo#X", "operation");
    refused(input(REST, "'Name': {'target': 'demo#Demo'}", ""), "a service has no values");
  }

  @Test
  void unknownType_isRefused() {
    refused(service("", "'demo#X': {'type': 'quantum'}"), "demo#X > type", "quantum");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..#X",
        "demo#../X",
        "demo#a/b",
        "demo#",
        "#X",
        "X",
        "demo.#X",
        "demo#1X",
        "demo#X#Y",
        "demo#X Y",
        "demo#Ü"
      })
  void shapeId_thatIsNone_isRefused(String id) {
    refused(service("", "'" + id + "': {'type': 'string'}"), "is not a valid shape id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../Name", "a b", "", "1st", "a.b", "_"})
  void memberName_thatIsNone_isRefused(String name) {
    refused(
        input(REST, "'" + name + "': {'target': 'smithy.api#String'}", ""), "is not a valid name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "", "../../etc", "2026/01", "-x", "a b", "C:"})
  void version_thatIsNoFolder_isRefused(String version) {
    refused(
        file(
            "'demo#Demo': {'type': 'service', 'version': '"
                + version
                + "', 'traits': {"
                + REST
                + "}}"),
        "cannot be the name of a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "", "a/b", " demo", "demo ", "a\\u0000b", "a\\\\b", "-demo"})
  void serviceId_thatIsNone_isRefused(String id) {
    refused(
        service(
            REST + ", 'aws.api#service': {'sdkId': '" + id + "'}",
            "",
            "'demo#X': {'type': 'blob'}"),
        "is not a valid service id");
  }

  @Test
  void rename_toNoName_isRefused() {
    refused(
        file(
            "'demo#Demo': {'type': 'service', 'version': '1', 'rename': {'demo#X': '../x'},"
                + " 'traits': {"
                + REST
                + "}}"),
        "rename > demo#X",
        "is not a valid name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example.com/",
        "a b.",
        "-a.",
        "a-.",
        "..",
        ".a",
        "a_b.",
        "{Missing}.",
        "{Name.",
        "user@",
        "é.",
        "{Name}.-",
        ""
      })
  void hostPrefix_thatIsNone_isRefused(String prefix) {
    refused(prefixed(prefix), "smithy.api#endpoint > hostPrefix");
  }

  @ParameterizedTest
  @ValueSource(strings = {"data-", "data.", "{Name}.", "{Name}-x.data-", "a.b.c-"})
  void hostPrefix_ofLabels_isRead(String prefix) {
    SmithyService read = Models.read(prefixed(prefix));
    assertThat(Models.at(read, "operations/Put/endpoint/hostPrefix")).isEqualTo(prefix);
  }

  private static String prefixed(String prefix) {
    return service(
        "{'target': 'demo#Put'}",
        "'demo#Put': {'type': 'operation', 'input': {'target': 'demo#PutInput'}, 'traits':"
            + " {'smithy.api#endpoint': {'hostPrefix': '"
            + prefix
            + "'}}}, 'demo#PutInput': {'type': 'structure', 'members': {'Name': {'target':"
            + " 'smithy.api#String', 'traits': {'smithy.api#hostLabel': {}}}}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"things", "//evil.example.com/", "/a b", "/a\\\\b", "/é", ""})
  void path_thatIsNone_isRefused(String uri) {
    refused(
        service(
            REST,
            "{'target': 'demo#Get'}",
            "'demo#Get': {'type': 'operation', 'traits': {'smithy.api#http': {'method': 'GET',"
                + " 'uri': '"
                + uri
                + "'}}}"),
        "smithy.api#http > uri");
  }

  @Test
  void mixinsInACycle_areRefused() {
    refused(
        service(
            "",
            "'demo#A': {'type': 'structure', 'mixins': [{'target': 'demo#B'}], 'members': {}},"
                + " 'demo#B': {'type': 'structure', 'mixins': [{'target': 'demo#A'}], 'members':"
                + " {}}"),
        "its mixins lead back to itself");
  }

  @Test
  void mixinsInAVeryLongChain_areRefused() {
    StringBuilder chain = new StringBuilder("'demo#M0': {'type': 'structure', 'members': {}}");
    for (int i = 1; i <= 5_000; i++) {
      chain
          .append(", 'demo#M")
          .append(i)
          .append("': {'type': 'structure', 'members': {}, 'mixins': [{'target': 'demo#M")
          .append(i - 1)
          .append("'}]}");
    }
    String lastFirst = "'demo#Z': {'type': 'structure', 'mixins': [{'target': 'demo#M5000'}]}, ";
    refused(service("", lastFirst + chain), "levels of mixins");
  }

  @Test
  void mixinsThatMultiply_areRefused() {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      members
          .append(i == 0 ? "" : ", ")
          .append("'m")
          .append(i)
          .append("': {'target': 'smithy.api#String'}");
    }
    StringBuilder shapes =
        new StringBuilder("'demo#Mixin': {'type': 'structure', 'members': {" + members + "}}");
    for (int i = 0; i < 4_000; i++) {
      shapes
          .append(", 'demo#S")
          .append(i)
          .append("': {'type': 'structure', 'mixins': [{'target': 'demo#Mixin'}]}");
    }
    refused(service("", shapes.toString()), "parts");
  }

  @Test
  void mixin_thatIsMissing_isRefused() {
    refused(
        service("", "'demo#A': {'type': 'structure', 'mixins': [{'target': 'demo#B'}]}"),
        "demo#A > mixins > 0",
        "demo#B");
  }

  @Test
  void resourcesInACycle_areRefused() {
    refused(
        file(
            "'demo#Demo': {'type': 'service', 'version': '1', 'resources': [{'target':"
                + " 'demo#A'}], 'traits': {"
                + REST
                + "}}, 'demo#A': {'type': 'resource', 'resources': [{'target': 'demo#B'}]},"
                + " 'demo#B': {'type': 'resource', 'resources': [{'target': 'demo#A'}]}"),
        "its resource demo#A contains it");
  }

  @Test
  void listsOfThemselves_areRefused() {
    refused(
        service("", "'demo#L': {'type': 'list', 'member': {'target': 'demo#L'}}"),
        "contains only itself");
    refused(
        service(
            "",
            "'demo#L': {'type': 'list', 'member': {'target': 'demo#M'}}, 'demo#M': {'type': 'map',"
                + " 'key': {'target': 'smithy.api#String'}, 'value': {'target': 'demo#L'}}"),
        "contains only itself");
  }

  @Test
  void structuresOfThemselves_areRead() {
    SmithyService read =
        Models.read(
            input(
                REST,
                "'Tree': {'target': 'demo#Tree'}",
                "'demo#Tree': {'type': 'structure', 'members': {'Branches': {'target':"
                    + " 'demo#Trees'}}}, 'demo#Trees': {'type': 'list', 'member': {'target':"
                    + " 'demo#Tree'}}"));
    assertThat(Models.at(read, "shapes/Trees/member/shape")).isEqualTo("Tree");
  }

  @Test
  void unknownProtocols_areRefusedByName() {
    refused(
        service("'aws.protocols#awsJson9_9': {}", "", "'demo#X': {'type': 'blob'}"),
        "aws.protocols#awsJson9_9");
    refused(
        service(
            "'demo#carrier': {}",
            "",
            "'demo#carrier': {'type': 'structure', 'members': {}, 'traits':"
                + " {'smithy.api#protocolDefinition': {}}}"),
        "demo#carrier");
    refused(service("'demo#other': {}", "", "'demo#X': {'type': 'blob'}"), "has no protocol");
  }

  @Test
  void unknownProtocol_besideAKnownOne_isIgnored() {
    SmithyService read =
        Models.read(
            service(REST + ", 'aws.protocols#awsJson9_9': {}", "", "'demo#X': {'type': 'blob'}"));
    assertThat(Models.at(read, "metadata/protocol")).isEqualTo("rest-json");
  }

  @Test
  void unknownAuthenticationSchemes_areRefusedByName() {
    refused(
        service(REST + ", 'smithy.api#auth': ['demo#handshake']", "", "'demo#X': {'type': 'blob'}"),
        "demo#handshake");
    refused(
        file(
            "'demo#Demo': {'type': 'service', 'version': '1', 'traits': {"
                + REST
                + ", 'smithy.api#httpBasicAuth': {}}}"),
        "smithy.api#httpBasicAuth");
  }

  @Test
  void sameNameTwice_isRefused() {
    refused(
        service(
            "{'target': 'demo#Get'}, {'target': 'other#Get'}",
            "'demo#Get': {'type': 'operation'}, 'other#Get': {'type': 'operation'}"),
        "demo#Get",
        "other#Get");
  }

  @Test
  void manyBytes_areRefused() {
    byte[] file = new byte[AstParser.MAX_BYTES + 1];
    Arrays.fill(file, (byte) ' ');
    assertThatThrownBy(() -> SmithyService.read("big.json", file))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("big.json")
        .hasMessageContaining("bytes");
  }

  @Test
  void deepNesting_isRefused() {
    refused(
        "{'smithy': '2.0', 'metadata': " + "[".repeat(100_000) + "]".repeat(100_000) + "}",
        "levels of nesting");
  }

  @Test
  void manyValues_areRefused() {
    String values = "0,".repeat(AstParser.MAX_VALUES) + "0";
    refused("{'smithy': '2.0', 'metadata': [" + values + "]}", "values");
  }

  @Test
  void errorsOfTheServiceTimesOperations_areRefused() {
    StringBuilder shapes = new StringBuilder();
    StringBuilder operations = new StringBuilder();
    StringBuilder errors = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      String comma = i == 0 ? "" : ", ";
      operations.append(comma).append("{'target': 'demo#O").append(i).append("'}");
      errors.append(comma).append("{'target': 'demo#E").append(i).append("'}");
      shapes
          .append(", 'demo#O")
          .append(i)
          .append("': {'type': 'operation'}, 'demo#E")
          .append(i)
          .append("': {'type': 'structure', 'members': {}}");
    }
    refused(
        file(
            "'demo#Demo': {'type': 'service', 'version': '1', 'operations': ["
                + operations
                + "], 'errors': ["
                + errors
                + "], 'traits': {'aws.protocols#awsJson1_0': {}}}"
                + shapes),
        "parts");
  }

  @Test
  void enumsThatMembersCopy_areRefused() {
    StringBuilder values = new StringBuilder();
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      String comma = i == 0 ? "" : ", ";
      values.append(comma).append("{'value': 'V").append(i).append("'}");
      members.append(comma).append("'m").append(i);
      members.append("': {'target': 'demo#E', 'traits': {'smithy.api#length': {'max': 9}}}");
    }
    refused(
        input(
            REST,
            members.toString(),
            "'demo#E': {'type': 'string', 'traits': {'smithy.api#enum': [" + values + "]}}"),
        "smithy.api#enum",
        "parts");
  }

  @Test
  void pattern_thatNeverEnds_isKeptAsText() {
    SmithyService read =
        Models.read(
            input(
                REST,
                "'Name': {'target': 'demo#Name'}",
                "'demo#Name': {'type': 'string', 'traits': {'smithy.api#pattern': '^(((a+)+)+)+$['}}"));
    assertThat(Models.at(read, "shapes/Name/pattern")).isEqualTo("^(((a+)+)+)+$[");
  }

  @Test
  void unknownTraits_areIgnored() {
    SmithyService read =
        Models.read(
            input(
                REST,
                "'Name': {'target': 'smithy.api#String', 'traits': {'demo#new': {'deep': [1]}}}",
                ""));
    assertThat(Models.at(read, "shapes/PutInput/members/Name"))
        .isEqualTo(Models.json("{'shape': 'String'}"));
  }

  @Test
  void damagedFiles_ofAllKinds_areRefusedOrRead() {
    Random random = new Random(19);
    byte[] whole = bytes(input(REST, "'Name': {'target': 'smithy.api#String'}", ""));
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] = (byte) (32 + random.nextInt(95));
      try {
        SmithyService.read("damaged.json", damaged);
      } catch (ModelException e) {
        assertThat(e).hasMessageContaining("damaged.json");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1_000);
  }

  @Test
  void traitsOfAnotherType_areRefusedOrIgnored() {
    for (String trait : TRAITS) {
      for (String value : new String[] {"7", "'x'", "[]", "{}", "true", "[null]", "{'a': null}"}) {
        String traits = "'" + trait + "': " + value;
        read(
            service(
                REST + ", " + traits,
                "{'target': 'demo#Put'}",
                "'demo#Put': {'type': 'operation', 'input': {'target': 'demo#In'}, 'errors':"
                    + " [{'target': 'demo#Bad'}], 'traits': {'smithy.api#http': {'method': 'PUT',"
                    + " 'uri': '/'}, "
                    + traits
                    + "}}, 'demo#In': {'type': 'structure', 'traits': {"
                    + traits
                    + "}, 'members': {'a': {'target': 'demo#S', 'traits': {"
                    + traits
                    + "}}, 'u': {'target': 'demo#U'}}}, 'demo#S': {'type': 'string', 'traits': {"
                    + traits
                    + "}}, 'demo#U': {'type': 'union', 'members': {'t': {'target':"
                    + " 'smithy.api#Timestamp', 'traits': {"
                    + traits
                    + "}}}, 'traits': {"
                    + traits
                    + "}}, 'demo#Bad': {'type': 'structure', 'members': {}, 'traits': {"
                    + "'smithy.api#error': 'client', "
                    + traits
                    + "}}"));
      }
    }
  }

  private static void read(String file) {
    try {
      SmithyService.read(Models.ORIGIN, bytes(file));
    } catch (ModelException e) {
      assertThat(e).hasMessageContaining(Models.ORIGIN);
    }
  }

  private static final String[] TRAITS = {
    "aws.api#clientDiscoveredEndpoint",
    "aws.api#clientEndpointDiscovery",
    "aws.api#service",
    "aws.auth#sigv4",
    "aws.auth#unsignedPayload",
    "aws.protocols#awsQueryCompatible",
    "aws.protocols#awsQueryError",
    "aws.protocols#httpChecksum",
    "smithy.api#auth",
    "smithy.api#deprecated",
    "smithy.api#documentation",
    "smithy.api#endpoint",
    "smithy.api#enum",
    "smithy.api#error",
    "smithy.api#examples",
    "smithy.api#http",
    "smithy.api#httpError",
    "smithy.api#httpHeader",
    "smithy.api#httpLabel",
    "smithy.api#httpPayload",
    "smithy.api#httpPrefixHeaders",
    "smithy.api#httpQuery",
    "smithy.api#jsonName",
    "smithy.api#length",
    "smithy.api#mediaType",
    "smithy.api#mixin",
    "smithy.api#paginated",
    "smithy.api#pattern",
    "smithy.api#range",
    "smithy.api#requestCompression",
    "smithy.api#retryable",
    "smithy.api#streaming",
    "smithy.api#timestampFormat",
    "smithy.api#title",
    "smithy.api#xmlNamespace",
    "smithy.rules#clientContextParams",
    "smithy.rules#contextParam",
    "smithy.rules#endpointBdd",
    "smithy.rules#endpointRuleSet",
    "smithy.rules#operationContextParams",
    "smithy.rules#staticContextParams",
    "smithy.waiters#waitable"
  };
}
