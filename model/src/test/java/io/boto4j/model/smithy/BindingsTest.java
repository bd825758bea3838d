package io.boto4j.model.smithy;

import static io.boto4j.model.smithy.Models.at;
import static io.boto4j.model.smithy.Models.input;
import static io.boto4j.model.smithy.Models.json;
import static io.boto4j.model.smithy.Models.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The names and places of members on the wire. */
final class BindingsTest {
  private static final String REST_JSON = "'aws.protocols#restJson1': {}";
  private static final String REST_XML =
      "'aws.protocols#restXml': {}, 'smithy.api#xmlNamespace': {'uri': 'https://demo/'}";

  private static String member(String name, String target, String traits) {
    return "'" + name + "': {'target': '" + target + "', 'traits': {" + traits + "}}";
  }

  @Test
  void http_allBindings_haveTheirPlaces() {
    SmithyService read =
        read(
            input(
                REST_JSON,
                String.join(
                    ", ",
                    member("l", "smithy.api#String", "'smithy.api#httpLabel': {}"),
                    member("h", "smithy.api#String", "'smithy.api#httpHeader': 'x-h'"),
                    member("p", "demo#Map", "'smithy.api#httpPrefixHeaders': 'x-p-'"),
                    member("q", "smithy.api#String", "'smithy.api#httpQuery': 'Q'"),
                    member("qs", "demo#Map", "'smithy.api#httpQueryParams': {}"),
                    member("c", "smithy.api#Integer", "'smithy.api#httpResponseCode': {}"),
                    member("b", "smithy.api#Blob", "'smithy.api#httpPayload': {}")),
                "'demo#Map': {'type': 'map', 'key': {'target': 'smithy.api#String'}, 'value':"
                    + " {'target': 'smithy.api#String'}}"));
    assertThat(at(read, "shapes/PutInput"))
        .isEqualTo(
            json(
                "{'type': 'structure', 'payload': 'b', 'members': {"
                    + "'l': {'shape': 'String', 'location': 'uri', 'locationName': 'l'}, "
                    + "'h': {'shape': 'String', 'location': 'header', 'locationName': 'x-h'}, "
                    + "'p': {'shape': 'Map', 'location': 'headers', 'locationName': 'x-p-'}, "
                    + "'q': {'shape': 'String', 'location': 'querystring', 'locationName': 'Q'}, "
                    + "'qs': {'shape': 'Map', 'location': 'querystring'}, "
                    + "'c': {'shape': 'Integer', 'location': 'statusCode'}, "
                    + "'b': {'shape': 'Blob'}}}"));
  }

  @Test
  void http_inJsonProtocols_hasNoEffect() {
    SmithyService read =
        read(
            input(
                "'aws.protocols#awsJson1_1': {}",
                member(
                    "h",
                    "smithy.api#String",
                    "'smithy.api#httpHeader': 'x-h', 'smithy.api#jsonName': 'H',"
                        + " 'smithy.api#xmlName': 'X'"),
                ""));
    assertThat(at(read, "shapes/PutInput/members/h")).isEqualTo(json("{'shape': 'String'}"));
    assertThat(at(read, "operations/Put/http"))
        .isEqualTo(json("{'method': 'POST', 'requestUri': '/'}"));
  }

  @Test
  void jsonName_ofRestJson_isTheLocationName() {
    SmithyService read =
        read(
            input(
                REST_JSON,
                member(
                    "a",
                    "smithy.api#String",
                    "'smithy.api#jsonName': 'A', 'smithy.api#xmlName': 'X'"),
                ""));
    assertThat(at(read, "shapes/PutInput/members/a"))
        .isEqualTo(json("{'shape': 'String', 'locationName': 'A'}"));
  }

  @Test
  void labels_outsideOfInputs_haveNoEffect() {
    SmithyService read =
        read(
            input(
                REST_JSON,
                "'inner': {'target': 'demo#Inner'}",
                "'demo#Inner': {'type': 'structure', 'members': {"
                    + member("q", "smithy.api#String", "'smithy.api#httpQuery': 'Q'")
                    + "}}"));
    assertThat(at(read, "shapes/Inner/members/q")).isEqualTo(json("{'shape': 'String'}"));
  }

  @Test
  void xml_traits_areKept() {
    SmithyService read =
        read(
            input(
                REST_XML,
                String.join(
                    ", ",
                    member("a", "smithy.api#String", "'smithy.api#xmlName': 'A'"),
                    member("t", "smithy.api#String", "'smithy.api#xmlAttribute': {}"),
                    member("f", "demo#List", "'smithy.api#xmlFlattened': {}"),
                    member(
                        "n",
                        "smithy.api#String",
                        "'smithy.api#xmlNamespace': {'uri': 'u', 'prefix': 'x'}")),
                "'demo#List': {'type': 'list', 'member': {'target': 'smithy.api#String'}}"));
    assertThat(at(read, "shapes/PutInput/members"))
        .isEqualTo(
            json(
                "{'a': {'shape': 'String', 'locationName': 'A'}, 't': {'shape': 'String',"
                    + " 'xmlAttribute': true}, 'f': {'shape': 'List', 'flattened': true}, 'n':"
                    + " {'shape': 'String', 'xmlNamespace': {'uri': 'u', 'prefix': 'x'}}}"));
    assertThat(at(read, "operations/Put/input"))
        .isEqualTo(
            json(
                "{'shape': 'PutInput', 'locationName': 'PutInput', 'xmlNamespace': {'uri':"
                    + " 'https://demo/'}}"));
  }

  @Test
  void xml_payload_hasTheNameOfItsRoot() {
    SmithyService read =
        read(
            input(
                REST_XML,
                member("Thing", "demo#Thing", "'smithy.api#httpPayload': {}"),
                "'demo#Thing': {'type': 'structure', 'members': {}, 'traits': {'smithy.api#xmlName':"
                    + " 'ThingRoot'}}"));
    assertThat(at(read, "shapes/PutInput/members/Thing"))
        .isEqualTo(
            json(
                "{'shape': 'Thing', 'locationName': 'ThingRoot', 'xmlNamespace': {'uri':"
                    + " 'https://demo/'}}"));
    assertThat(at(read, "operations/Put/input")).isEqualTo(json("{'shape': 'PutInput'}"));
  }

  @Test
  void xml_flattenedListWithOtherElementName_hasAShapeOfItsOwn() {
    SmithyService read =
        read(
            input(
                "'aws.protocols#awsQuery': {}",
                member("f", "demo#List", "'smithy.api#xmlFlattened': {}, 'smithy.api#xmlName': 'F'")
                    + ", 'l': {'target': 'demo#List'}",
                "'demo#List': {'type': 'list', 'member': "
                    + "{'target': 'smithy.api#String', 'traits': {'smithy.api#xmlName': 'item'}}}"));
    assertThat(at(read, "shapes/PutInput/members/f"))
        .isEqualTo(json("{'shape': 'FlattenedList', 'locationName': 'F', 'flattened': true}"));
    assertThat(at(read, "shapes/FlattenedList/member")).isEqualTo(json("{'shape': 'String'}"));
    assertThat(at(read, "shapes/List/member/locationName")).isEqualTo("item");
  }

  @Test
  void ec2_names_areKept() {
    SmithyService read =
        read(
            input(
                "'aws.protocols#ec2Query': {}",
                member(
                        "A",
                        "smithy.api#String",
                        "'smithy.api#xmlName': 'a', 'aws.protocols#ec2QueryName': 'AA'")
                    + ", "
                    + member("small", "smithy.api#String", ""),
                ""));
    assertThat(at(read, "shapes/PutInput/members"))
        .isEqualTo(
            json(
                "{'A': {'shape': 'String', 'locationName': 'a', 'queryName': 'AA'}, 'small':"
                    + " {'shape': 'String', 'locationName': 'small'}}"));
  }

  @Test
  void timestampFormat_ofCbor_hasNoEffect() {
    SmithyService read =
        read(
            input(
                "'smithy.protocols#rpcv2Cbor': {}",
                member("t", "smithy.api#Timestamp", "'smithy.api#timestampFormat': 'http-date'"),
                ""));
    assertThat(at(read, "shapes/PutInput/members/t/shape")).isEqualTo("Timestamp");
  }
}
