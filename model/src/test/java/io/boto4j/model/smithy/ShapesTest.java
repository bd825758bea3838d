package io.boto4j.model.smithy;

import static io.boto4j.model.smithy.Models.at;
import static io.boto4j.model.smithy.Models.input;
import static io.boto4j.model.smithy.Models.json;
import static io.boto4j.model.smithy.Models.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes become those of botocore's files. */
final class ShapesTest {
  private static final String JSON = "'aws.protocols#awsJson1_0': {}";

  /** Reads a model in which a member of the input has the id {@code demo#T}. */
  private static SmithyService shape(String definition) {
    return read(input(JSON, "'T': {'target': 'demo#T'}", "'demo#T': " + definition));
  }

  private static void becomes(String definition, String botocore) {
    assertThat(at(shape(definition), "shapes/T")).isEqualTo(json(botocore));
  }

  @ParameterizedTest
  @CsvSource({
    "blob, blob",
    "boolean, boolean",
    "string, string",
    "timestamp, timestamp",
    "byte, integer",
    "short, integer",
    "integer, integer",
    "intEnum, integer",
    "long, long",
    "float, float",
    "double, double",
    "bigInteger, biginteger",
    "bigDecimal, bigdecimal"
  })
  void simpleShape_hasItsType(String type, String botocore) {
    becomes("{'type': '" + type + "'}", "{'type': '" + botocore + "'}");
  }

  @Test
  void prelude_isNamedAsInSmithy() {
    SmithyService read =
        read(
            input(
                JSON,
                "'a': {'target': 'smithy.api#PrimitiveLong'}, 'b': {'target':"
                    + " 'smithy.api#Document'}, 'c': {'target': 'smithy.api#BigDecimal'}",
                ""));
    assertThat(at(read, "shapes/PrimitiveLong/type")).isEqualTo("long");
    assertThat(at(read, "shapes/Document"))
        .isEqualTo(json("{'type': 'structure', 'members': {}, 'document': true}"));
    assertThat(at(read, "shapes/BigDecimal/type")).isEqualTo("bigdecimal");
  }

  @Test
  void constraints_ofShapes_areKept() {
    becomes(
        "{'type': 'string', 'traits': {'smithy.api#length': {'min': 1, 'max': 9},"
            + " 'smithy.api#pattern': '^a+$', 'smithy.api#sensitive': {}}}",
        "{'type': 'string', 'min': 1, 'max': 9, 'pattern': '^a+$', 'sensitive': true}");
    becomes(
        "{'type': 'double', 'traits': {'smithy.api#range': {'min': 0.5}, 'smithy.api#box': {}}}",
        "{'type': 'double', 'min': 0.5, 'box': true}");
  }

  @Test
  void constraints_ofMembers_becomeShapes() {
    SmithyService read =
        read(
            input(
                JSON,
                "'count': {'target': 'smithy.api#Integer', 'traits': {'smithy.api#range': {'max':"
                    + " 3}}}, 'names': {'target': 'demo#Names', 'traits': {'smithy.api#length':"
                    + " {'min': 1}}}",
                "'demo#Names': {'type': 'list', 'member': {'target': 'smithy.api#String', 'traits':"
                    + " {'smithy.api#pattern': 'x'}}}"));
    assertThat(at(read, "shapes/PutInput/members"))
        .isEqualTo(
            json(
                "{'count': {'shape': 'PutInputCountInteger'}, 'names': {'shape': 'PutInputNamesList'}}"));
    assertThat(at(read, "shapes/PutInputCountInteger"))
        .isEqualTo(json("{'type': 'integer', 'max': 3}"));
    assertThat(at(read, "shapes/PutInputNamesList"))
        .isEqualTo(json("{'type': 'list', 'member': {'shape': 'NamesMemberString'}, 'min': 1}"));
    assertThat(at(read, "shapes/NamesMemberString/pattern")).isEqualTo("x");
    assertThat(at(read, "shapes/Names")).isNull();
  }

  @Test
  void enums_ofBothVersions_haveTheirValues() {
    String values = "{'type': 'string', 'enum': ['a', 'B']}";
    becomes(
        "{'type': 'enum', 'members': {'A': {'target': 'smithy.api#Unit', 'traits':"
            + " {'smithy.api#enumValue': 'a', 'smithy.api#documentation': 'x'}}, 'B': {'target':"
            + " 'smithy.api#Unit'}}}",
        values);
    becomes(
        "{'type': 'string', 'traits': {'smithy.api#enum': [{'value': 'a', 'name': 'A'}, {'value':"
            + " 'B'}]}}",
        values);
  }

  @Test
  void collections_haveTheirElements() {
    becomes(
        "{'type': 'set', 'member': {'target': 'smithy.api#String'}}",
        "{'type': 'list', 'member': {'shape': 'String'}}");
    becomes(
        "{'type': 'map', 'key': {'target': 'smithy.api#String'}, 'value': {'target':"
            + " 'smithy.api#Long'}, 'traits': {'smithy.api#sparse': {}}}",
        "{'type': 'map', 'key': {'shape': 'String'}, 'value': {'shape': 'Long'}, 'sparse': true}");
  }

  @Test
  void structure_hasRequiredMembersInOrder() {
    becomes(
        "{'type': 'structure', 'members': {'b': {'target': 'smithy.api#String', 'traits':"
            + " {'smithy.api#required': {}}}, 'a': {'target': 'smithy.api#String', 'traits':"
            + " {'smithy.api#default': ''}}, 'c': {'target': 'smithy.api#String', 'traits':"
            + " {'smithy.api#required': {}, 'smithy.api#clientOptional': {}}}}}",
        "{'type': 'structure', 'required': ['b', 'c'], 'members': {'b': {'shape': 'String'}, 'a':"
            + " {'shape': 'String'}, 'c': {'shape': 'String'}}}");
  }

  @Test
  void union_isMarked() {
    becomes(
        "{'type': 'union', 'members': {'none': {'target': 'smithy.api#Unit'}}}",
        "{'type': 'structure', 'members': {'none': {'shape': 'Unit'}}, 'union': true}");
  }

  @Test
  void eventStream_marksItsEvents() {
    SmithyService read =
        read(
            input(
                JSON,
                "'Stream': {'target': 'demo#Stream'}",
                "'demo#Stream': {'type': 'union', 'members': {'E': {'target': 'demo#E'}, 'X':"
                    + " {'target': 'demo#X'}}, 'traits': {'smithy.api#streaming': {}}}, 'demo#E':"
                    + " {'type': 'structure', 'members': {'h': {'target': 'smithy.api#String',"
                    + " 'traits': {'smithy.api#eventHeader': {}}}, 'p': {'target':"
                    + " 'smithy.api#Blob', 'traits': {'smithy.api#eventPayload': {}}}}}, 'demo#X':"
                    + " {'type': 'structure', 'members': {}, 'traits': {'smithy.api#error':"
                    + " 'client'}}"));
    assertThat(at(read, "shapes/Stream/eventstream")).isEqualTo(true);
    assertThat(at(read, "shapes/Stream/union")).isNull();
    assertThat(at(read, "shapes/E"))
        .isEqualTo(
            json(
                "{'type': 'structure', 'members': {'h': {'shape': 'String', 'eventheader': true},"
                    + " 'p': {'shape': 'Blob', 'eventpayload': true}}, 'event': true}"));
    assertThat(at(read, "shapes/X/event")).isNull();
  }

  @Test
  void streamingBlob_isMarked() {
    becomes(
        "{'type': 'blob', 'traits': {'smithy.api#streaming': {}, 'smithy.api#requiresLength': {}}}",
        "{'type': 'blob', 'streaming': true, 'requiresLength': true}");
  }

  @ParameterizedTest
  @CsvSource({"date-time, iso8601", "http-date, rfc822", "epoch-seconds, unixTimestamp"})
  void timestampFormats_haveBotocoresNames(String format, String botocore) {
    becomes(
        "{'type': 'timestamp', 'traits': {'smithy.api#timestampFormat': '" + format + "'}}",
        "{'type': 'timestamp', 'timestampFormat': '" + botocore + "'}");
    SmithyService read =
        read(
            input(
                JSON,
                "'at': {'target': 'smithy.api#Timestamp', 'traits':"
                    + " {'smithy.api#timestampFormat': '"
                    + format
                    + "'}}",
                ""));
    String name = "SyntheticTimestamp_" + format.replace('-', '_');
    assertThat(at(read, "shapes/PutInput/members/at/shape")).isEqualTo(name);
    assertThat(at(read, "shapes/" + name))
        .isEqualTo(
            json(
                "{'type': 'timestamp', 'timestampFormat': '" + botocore + "', 'synthetic': true}"));
  }

  @Test
  void errors_ofJson_haveNoStatus() {
    SmithyService read =
        read(
            Models.service(
                JSON,
                "{'target': 'demo#Get'}",
                "'demo#Get': {'type': 'operation', 'errors': [{'target': 'demo#Slow'}, {'target':"
                    + " 'demo#Broken'}]}, 'demo#Slow': {'type': 'structure', 'members': {},"
                    + " 'traits': {'smithy.api#error': 'client', 'smithy.api#httpError': 429,"
                    + " 'smithy.api#retryable': {'throttling': true},"
                    + " 'aws.protocols#awsQueryError': {'code': 'Throttling', 'httpResponseCode':"
                    + " 400}}}, 'demo#Broken': {'type': 'structure', 'members': {}, 'traits':"
                    + " {'smithy.api#error': 'server', 'smithy.api#retryable': {}}}"));
    assertThat(at(read, "shapes/Slow"))
        .isEqualTo(
            json(
                "{'type': 'structure', 'members': {}, 'exception': true, 'retryable':"
                    + " {'throttling': true}}"));
    assertThat(at(read, "shapes/Broken"))
        .isEqualTo(
            json(
                "{'type': 'structure', 'members': {}, 'exception': true, 'fault': true,"
                    + " 'retryable': {'throttling': false}}"));
  }

  @Test
  void errors_ofRestAndQuery_haveStatusAndCode() {
    String shapes =
        "'demo#Get': {'type': 'operation', 'errors': [{'target': 'demo#Slow'}], 'traits':"
            + " {'smithy.api#http': {'method': 'GET', 'uri': '/'}}}, 'demo#Slow': {'type':"
            + " 'structure', 'members': {}, 'traits': {'smithy.api#error': 'client',"
            + " 'smithy.api#httpError': 429, 'aws.protocols#awsQueryError': {'code': 'Throttling',"
            + " 'httpResponseCode': 400}}}";
    SmithyService rest =
        read(Models.service("'aws.protocols#restJson1': {}", "{'target': 'demo#Get'}", shapes));
    assertThat(at(rest, "shapes/Slow/error"))
        .isEqualTo(json("{'httpStatusCode': 429, 'senderFault': true}"));
    SmithyService query =
        read(Models.service("'aws.protocols#awsQuery': {}", "{'target': 'demo#Get'}", shapes));
    assertThat(at(query, "shapes/Slow/error"))
        .isEqualTo(json("{'code': 'Throttling', 'httpStatusCode': 400, 'senderFault': true}"));
  }

  @Test
  void names_thatTwoShapesHave_areRenamed() {
    SmithyService read =
        read(
            Models.file(
                "'demo#Demo': {'type': 'service', 'version': '1', 'operations': [{'target':"
                    + " 'demo#Put'}], 'rename': {'other#Thing': 'OtherThing'}, 'traits': {"
                    + JSON
                    + "}}, 'demo#Put': {'type': 'operation', 'input': {'target': 'demo#In'}},"
                    + " 'demo#In': {'type': 'structure', 'members': {'a': {'target':"
                    + " 'demo#Thing'}, 'b': {'target': 'other#Thing'}, 'c': {'target':"
                    + " 'demo#String'}, 'd': {'target': 'smithy.api#String'}}}, 'demo#Thing':"
                    + " {'type': 'string'}, 'other#Thing': {'type': 'integer'}, 'demo#String':"
                    + " {'type': 'string', 'traits': {'smithy.api#length': {'max': 5}}}"));
    assertThat(at(read, "shapes/In/members"))
        .isEqualTo(
            json(
                "{'a': {'shape': 'Thing'}, 'b': {'shape': 'OtherThing'}, 'c': {'shape': 'String'},"
                    + " 'd': {'shape': 'String_2'}}"));
    assertThat(at(read, "shapes/String_2")).isEqualTo(json("{'type': 'string'}"));
  }

  @Test
  void texts_areOnOneLine() {
    SmithyService read =
        read(
            input(
                JSON,
                "'T': {'target': 'demo#T', 'traits': {'smithy.api#documentation': ' <p>A\\n      "
                    + " b</p>\\t', 'smithy.api#deprecated': {'message': 'Use U.', 'since':"
                    + " '2026'}}}",
                "'demo#T': {'type': 'string', 'traits': {'smithy.api#documentation': 'T.'}}"));
    assertThat(at(read, "shapes/PutInput/members/T"))
        .isEqualTo(
            json(
                "{'shape': 'T', 'documentation': '<p>A b</p>', 'deprecated': true,"
                    + " 'deprecatedMessage': 'Use U.', 'deprecatedSince': '2026'}"));
    assertThat(at(read, "shapes/T/documentation")).isEqualTo("T.");
  }

  @Test
  void members_haveTheirFlags() {
    SmithyService read =
        read(
            input(
                JSON,
                "'a': {'target': 'smithy.api#String', 'traits': {'smithy.api#idempotencyToken': {},"
                    + " 'smithy.api#hostLabel': {}, 'smithy.rules#contextParam': {'name': 'A'}}},"
                    + " 'j': {'target': 'demo#J'}",
                "'demo#J': {'type': 'string', 'traits': {'smithy.api#mediaType':"
                    + " 'application/json'}}"));
    assertThat(at(read, "shapes/PutInput/members"))
        .isEqualTo(
            json(
                "{'a': {'shape': 'String', 'idempotencyToken': true, 'hostLabel': true,"
                    + " 'contextParam': {'name': 'A'}}, 'j': {'shape': 'J', 'jsonvalue': true}}"));
  }

  @Test
  void shapes_unused_areLeftOut() {
    SmithyService read = read(Models.service("", "'demo#X': {'type': 'string'}"));
    assertThat(at(read, "shapes")).isEqualTo(json("{}"));
  }
}
