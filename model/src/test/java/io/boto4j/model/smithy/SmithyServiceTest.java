package io.boto4j.model.smithy;

import static io.boto4j.model.smithy.Models.at;
import static io.boto4j.model.smithy.Models.json;
import static io.boto4j.model.smithy.Models.read;
import static io.boto4j.model.smithy.Models.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.ModelException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SmithyServiceTest {
  @Test
  void read_smallService_hasItsMetadata() {
    SmithyService demo =
        read(
            service(
                "'aws.api#service': {'sdkId': 'Demo Things', 'endpointPrefix': 'things'},"
                    + " 'aws.protocols#awsJson1_1': {}, 'smithy.api#title': 'Amazon Demo',"
                    + " 'smithy.api#documentation': '<p>Demo.</p>'",
                "",
                "'demo#Unused': {'type': 'string'}"));
    assertThat(demo.serviceId()).isEqualTo("Demo Things");
    assertThat(demo.apiVersion()).isEqualTo("2026-01-01");
    assertThat(demo.service())
        .isEqualTo(
            json(
                "{'version': '2.0', 'metadata': {'apiVersion': '2026-01-01', 'auth':"
                    + " ['aws.auth#sigv4'], 'endpointPrefix': 'things', 'jsonVersion': '1.1',"
                    + " 'protocol': 'json', 'protocols': ['json'], 'serviceFullName': 'Amazon"
                    + " Demo', 'serviceId': 'Demo Things', 'signatureVersion': 'v4',"
                    + " 'signingName': 'demo', 'targetPrefix': 'Demo', 'uid':"
                    + " 'demo-things-2026-01-01'}, 'operations': {}, 'shapes': {},"
                    + " 'documentation': '<p>Demo.</p>'}"));
    assertThat(demo.paginators()).isEmpty();
    assertThat(demo.waiters()).isEmpty();
    assertThat(demo.examples()).isEmpty();
    assertThat(demo.endpointRules()).isNull();
  }

  @Test
  void read_withoutServiceTrait_takesTheNameOfTheShape() {
    SmithyService demo = read(service("", "'demo#X': {'type': 'string'}"));
    assertThat(demo.serviceId()).isEqualTo("Demo");
    assertThat(at(demo, "metadata/endpointPrefix")).isEqualTo("demo");
    assertThat(at(demo, "metadata/serviceFullName")).isEqualTo("Demo");
    assertThat(at(demo, "metadata/signingName")).isNull();
  }

  @Test
  void read_severalProtocols_prefersAsBotocore() {
    SmithyService demo =
        read(
            service(
                "'aws.protocols#awsQuery': {}, 'aws.protocols#awsJson1_0': {},"
                    + " 'smithy.protocols#rpcv2Cbor': {}, 'aws.protocols#awsQueryCompatible': {},"
                    + " 'smithy.api#xmlNamespace': {'uri': 'https://demo/'}",
                "",
                "'demo#X': {'type': 'string'}"));
    assertThat(at(demo, "metadata/protocol")).isEqualTo("smithy-rpc-v2-cbor");
    assertThat(at(demo, "metadata/protocols"))
        .isEqualTo(List.of("smithy-rpc-v2-cbor", "json", "query"));
    assertThat(at(demo, "metadata/jsonVersion")).isEqualTo("1.0");
    assertThat(at(demo, "metadata/awsQueryCompatible")).isEqualTo(Map.of());
    assertThat(at(demo, "metadata/xmlNamespace")).isEqualTo("https://demo/");
  }

  @Test
  void read_oneOfTheProtocols_ignoresTheOthers() {
    byte[] file =
        Models.bytes(
            service(
                "'aws.protocols#restJson1': {}, 'smithy.protocols#rpcv2Cbor': {}",
                "",
                "'demo#X': {'type': 'string'}"));
    List<SmithyService> read = SmithyService.read("demo.json", file, "aws.protocols#restJson1");
    assertThat(read).hasSize(1);
    assertThat(at(read.get(0), "metadata/protocols")).isEqualTo(List.of("rest-json"));
    assertThatThrownBy(() -> SmithyService.read("demo.json", file, "aws.protocols#awsQuery"))
        .isInstanceOf(ModelException.class);
    assertThatThrownBy(() -> SmithyService.read("demo.json", file, "demo#carrier"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("demo#carrier");
  }

  @Test
  void read_twoServices_returnsBoth() {
    String other =
        "'demo#Other': {'type': 'service', 'version': '1', 'traits':"
            + " {'aws.protocols#restJson1': {}}}";
    assertThat(SmithyService.read("demo.json", Models.bytes(service("", other))))
        .extracting(SmithyService::serviceId)
        .containsExactly("Demo", "Other");
  }

  @Test
  void read_ruleSetAndDiagram_prefersTheRuleSet() {
    String diagram = "'smithy.rules#endpointBdd': {'version': '1.1', 'nodes': 'AAAA'}";
    String rules = "'smithy.rules#endpointRuleSet': {'version': '1.0', 'rules': []}";
    String json = "'aws.protocols#awsJson1_0': {}, ";
    assertThat(read(service(json + diagram + ", " + rules, "", "'demo#X': {'type': 'blob'}")))
        .extracting(SmithyService::endpointRules)
        .isEqualTo(json("{'version': '1.0', 'rules': []}"));
    assertThat(read(service(json + diagram, "", "'demo#X': {'type': 'blob'}")))
        .extracting(SmithyService::endpointRules)
        .isEqualTo(json("{'version': '1.1', 'nodes': 'AAAA'}"));
  }

  @Test
  void read_clientContextParams_areKept() {
    SmithyService demo =
        read(
            service(
                "'aws.protocols#awsJson1_0': {}, 'smithy.rules#clientContextParams':"
                    + " {'UsePath': {'type': 'boolean', 'documentation': 'Use it.'}}",
                "",
                "'demo#X': {'type': 'string'}"));
    assertThat(at(demo, "clientContextParams/UsePath/type")).isEqualTo("boolean");
  }

  @Test
  void read_oldService_hasWhatBotocoreHas() {
    SmithyService s3 =
        read(
            service(
                "'aws.api#service': {'sdkId': 'S3'}, 'aws.protocols#restXml': {}",
                "",
                "'demo#X': {'type': 'string'}"));
    assertThat(at(s3, "metadata/signatureVersion")).isEqualTo("s3");
    assertThat(at(s3, "shapes/NextPartNumberMarker")).isNull();
  }

  @Test
  void folder_serviceId_isInLowerCaseWithHyphens() {
    assertThat(SmithyService.folder("Application Auto Scaling"))
        .isEqualTo("application-auto-scaling");
    assertThat(SmithyService.folder("DynamoDB")).isEqualTo("dynamodb");
  }
}
