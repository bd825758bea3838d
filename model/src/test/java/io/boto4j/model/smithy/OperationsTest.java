package io.boto4j.model.smithy;

import static io.boto4j.model.smithy.Models.at;
import static io.boto4j.model.smithy.Models.json;
import static io.boto4j.model.smithy.Models.read;
import static io.boto4j.model.smithy.Models.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Operations of services and their resources, with their traits. */
final class OperationsTest {
  private static final String JSON = "'aws.protocols#awsJson1_0': {}";
  private static final String QUERY = "'aws.protocols#awsQuery': {}";

  private static SmithyService operation(String protocol, String traits) {
    return read(
        service(
            protocol,
            "{'target': 'demo#Get'}",
            "'demo#Get': {'type': 'operation', 'input': {'target': 'smithy.api#Unit'}, 'output':"
                + " {'target': 'demo#GetOutput'}, 'traits': {"
                + traits
                + "}}, 'demo#GetOutput': {'type': 'structure', 'members': {}}"));
  }

  @Test
  void operation_small_isConverted() {
    assertThat(at(operation(JSON, ""), "operations/Get"))
        .isEqualTo(
            json(
                "{'name': 'Get', 'http': {'method': 'POST', 'requestUri': '/'}, 'output': {'shape':"
                    + " 'GetOutput'}}"));
    assertThat(at(operation(QUERY, ""), "operations/Get/output"))
        .isEqualTo(json("{'shape': 'GetOutput', 'resultWrapper': 'GetResult'}"));
  }

  @Test
  void operation_http_isThatOfRest() {
    String http = "'smithy.api#http': {'method': 'DELETE', 'uri': '/a/{b+}?c', 'code': 204}";
    assertThat(at(operation("'aws.protocols#restJson1': {}", http), "operations/Get/http"))
        .isEqualTo(json("{'method': 'DELETE', 'requestUri': '/a/{b+}?c', 'responseCode': 204}"));
  }

  @Test
  void operation_traits_areKept() {
    SmithyService read =
        operation(
            JSON,
            "'smithy.api#idempotent': {}, 'smithy.api#readonly': {},"
                + " 'smithy.api#httpChecksumRequired': {}, 'aws.protocols#httpChecksum':"
                + " {'requestAlgorithmMember': 'A'}, 'smithy.api#requestCompression': {'encodings':"
                + " ['gzip']}, 'smithy.rules#staticContextParams': {'P': {'value': true}},"
                + " 'smithy.rules#operationContextParams': {'Q': {'path': 'a.b'}},"
                + " 'smithy.api#documentation': 'Gets.', 'smithy.api#deprecated': {'message':"
                + " 'No.'}");
    assertThat(at(read, "operations/Get"))
        .isEqualTo(
            json(
                "{'name': 'Get', 'http': {'method': 'POST', 'requestUri': '/'}, 'output': {'shape':"
                    + " 'GetOutput'}, 'documentation': 'Gets.', 'deprecated': true,"
                    + " 'deprecatedMessage': 'No.', 'idempotent': true, 'readonly': true,"
                    + " 'httpChecksumRequired': true, 'httpChecksum': {'requestAlgorithmMember':"
                    + " 'A'}, 'requestcompression': {'encodings': ['gzip']}, 'staticContextParams':"
                    + " {'P': {'value': true}}, 'operationContextParams': {'Q': {'path':"
                    + " 'a.b'}}}"));
  }

  @Test
  void endpointDiscovery_isConverted() {
    SmithyService read =
        read(
            service(
                JSON
                    + ", 'aws.api#clientEndpointDiscovery': {'operation': 'demo#Endpoints', 'error':"
                    + " 'demo#E'}",
                "{'target': 'demo#Endpoints'}, {'target': 'demo#Get'}, {'target': 'demo#Put'}",
                "'demo#Endpoints': {'type': 'operation'}, 'demo#Get': {'type': 'operation',"
                    + " 'traits': {'aws.api#clientDiscoveredEndpoint': {'required': false}}},"
                    + " 'demo#Put': {'type': 'operation', 'traits':"
                    + " {'aws.api#clientDiscoveredEndpoint': {'required': true}}}"));
    assertThat(at(read, "operations/Endpoints/endpointoperation")).isEqualTo(true);
    assertThat(at(read, "operations/Get/endpointdiscovery")).isEqualTo(Map.of());
    assertThat(at(read, "operations/Put/endpointdiscovery")).isEqualTo(Map.of("required", true));
    assertThat(at(read, "operations/Get/endpointoperation")).isNull();
  }

  @Test
  void resources_giveAllTheirOperationsOnce() {
    String operations =
        "Create Put Read Update Delete List Op Collection Inner"
            .replaceAll("(\\w+)", ", 'demo#$1': {'type': 'operation'}");
    SmithyService read =
        read(
            Models.file(
                "'demo#Demo': {'type': 'service', 'version': '1', 'operations': [{'target':"
                    + " 'demo#Op'}], 'resources': [{'target': 'demo#R'}], 'traits': {"
                    + JSON
                    + "}}, 'demo#R': {'type': 'resource', 'create': {'target': 'demo#Create'},"
                    + " 'put': {'target': 'demo#Put'}, 'read': {'target': 'demo#Read'}, 'update':"
                    + " {'target': 'demo#Update'}, 'delete': {'target': 'demo#Delete'}, 'list':"
                    + " {'target': 'demo#List'}, 'operations': [{'target': 'demo#Op'}],"
                    + " 'collectionOperations': [{'target': 'demo#Collection'}], 'resources':"
                    + " [{'target': 'demo#S'}]}, 'demo#S': {'type': 'resource', 'read': {'target':"
                    + " 'demo#Inner'}}"
                    + operations));
    assertThat(
            ((Map<?, ?>) read.service().get("operations")).keySet().stream().map(String::valueOf))
        .containsExactly(
            "Collection", "Create", "Delete", "Inner", "List", "Op", "Put", "Read", "Update");
  }

  @Test
  void errors_ofTheService_areThoseOfEveryOperation() {
    SmithyService read =
        read(
            Models.file(
                "'demo#Demo': {'type': 'service', 'version': '1', 'operations': [{'target':"
                    + " 'demo#Get'}], 'errors': [{'target': 'demo#A'}, {'target': 'demo#B'}],"
                    + " 'traits': {"
                    + JSON
                    + "}}, 'demo#Get': {'type': 'operation', 'errors': [{'target': 'demo#B'},"
                    + " {'target': 'demo#C'}]}, 'demo#A': {'type': 'structure'}, 'demo#B': {'type':"
                    + " 'structure'}, 'demo#C': {'type': 'structure'}"));
    assertThat(at(read, "operations/Get/errors"))
        .isEqualTo(json("[{'shape': 'B'}, {'shape': 'C'}, {'shape': 'A'}]"));
  }

  @Test
  void auth_ofTheService_isInItsOrder() {
    assertThat(at(operation(JSON + ", 'aws.auth#sigv4a': {'name': 'demo'}", ""), "metadata/auth"))
        .isEqualTo(List.of("aws.auth#sigv4", "aws.auth#sigv4a"));
    assertThat(
            at(
                operation(
                    JSON
                        + ", 'aws.auth#sigv4a': {'name': 'demo'}, 'smithy.api#auth':"
                        + " ['aws.auth#sigv4a', 'demo#new', 'aws.auth#sigv4']",
                    ""),
                "metadata/auth"))
        .isEqualTo(List.of("aws.auth#sigv4a", "aws.auth#sigv4"));
    SmithyService bearer =
        operation(
            JSON
                + ", 'smithy.api#httpBearerAuth': {}, 'smithy.api#auth': ['smithy.api#httpBearerAuth']",
            "");
    assertThat(at(bearer, "metadata/signatureVersion")).isEqualTo("bearer");
  }

  @Test
  void auth_ofOperations_isConverted() {
    SmithyService none = operation(JSON, "'smithy.api#auth': [], 'smithy.api#optionalAuth': {}");
    assertThat(at(none, "operations/Get/auth")).isEqualTo(List.of("smithy.api#noAuth"));
    assertThat(at(none, "operations/Get/authtype")).isEqualTo("none");

    SmithyService unsigned =
        operation(JSON, "'smithy.api#auth': ['aws.auth#sigv4'], 'aws.auth#unsignedPayload': {}");
    assertThat(at(unsigned, "operations/Get/auth")).isNull();
    assertThat(at(unsigned, "operations/Get/authtype")).isEqualTo("v4-unsigned-body");
    assertThat(at(unsigned, "operations/Get/unsignedPayload")).isEqualTo(true);

    SmithyService own = operation(JSON, "'smithy.api#auth': ['smithy.api#httpBearerAuth']");
    assertThat(at(own, "operations/Get/auth")).isEqualTo(List.of("smithy.api#httpBearerAuth"));
    assertThat(at(own, "operations/Get/authtype")).isNull();
  }

  @Test
  void paginators_completeThatOfTheService() {
    SmithyService read =
        operation(
            JSON + ", 'smithy.api#paginated': {'inputToken': 'next', 'outputToken': 'next'}",
            "'smithy.api#paginated': {'items': 'things', 'pageSize': 'max', 'outputToken':"
                + " 'page.next'}");
    assertThat(read.paginators())
        .isEqualTo(
            json(
                "{'pagination': {'Get': {'input_token': 'next', 'output_token': 'page.next',"
                    + " 'limit_key': 'max', 'result_key': 'things'}}}"));
  }

  @Test
  void paginator_withoutItems_isLeftOut() {
    SmithyService read =
        operation(JSON, "'smithy.api#paginated': {'inputToken': 'a', 'outputToken': 'b'}");
    assertThat(read.paginators()).isEmpty();
  }

  @Test
  void examples_exceptOfErrors_areConverted() {
    SmithyService read =
        operation(
            JSON,
            "'smithy.api#examples': [{'title': 'To get', 'documentation': 'Gets it.', 'input':"
                + " {'a': 1}, 'output': {'b': null}}, {'title': 'To fail', 'input': {}, 'error':"
                + " {'shapeId': 'demo#E', 'content': {}}}]");
    assertThat(read.examples())
        .isEqualTo(
            json(
                "{'version': '1.0', 'examples': {'Get': [{'input': {'a': 1}, 'output': {'b': null},"
                    + " 'description': 'Gets it.', 'id': 'to-get-1', 'title': 'To get'}]}}"));
  }
}
