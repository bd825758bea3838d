package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.OperationNotPageableException;
import io.boto4j.error.PaginationException;
import io.boto4j.error.ReadTimeoutException;
import io.boto4j.error.UnknownOperationException;
import io.boto4j.http.HttpResponse;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paginators of real services, over a recording transport. */
final class PaginatorTest {
  private static final Map<String, Object> TABLE = Map.of("TableName", "t");

  private static final Map<String, String> ONE_ATTEMPT = Map.of("AWS_MAX_ATTEMPTS", "1");

  private final Recorder recorder = new Recorder();
  private final Client dynamodb = Sessions.client("dynamodb", recorder);

  private static final String FIRST =
      """
      {"TableNames": ["aaa", "bbb"], "LastEvaluatedTableName": "bbb"}""";
  private static final String SECOND =
      """
      {"TableNames": ["ccc", "ddd"], "LastEvaluatedTableName": "ddd"}""";
  private static final String LAST =
      """
      {"TableNames": ["eee"]}""";

  private void answers(String... bodies) {
    Iterator<String> all = List.of(bodies).iterator();
    recorder.answer(request -> Recorder.response(200, all.next()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ListTables", "listTables", "list_tables"})
  void pages_ofThree_handEachTokenToTheNextCall(String spelling) {
    answers(FIRST, SECOND, LAST);
    List<Object> names = new ArrayList<>();
    for (Response page : dynamodb.paginator(spelling).pages()) {
      names.addAll(page.list("TableNames"));
    }
    assertThat(names).containsExactly("aaa", "bbb", "ccc", "ddd", "eee");
    assertThat(recorder.requests().stream().map(Recorder::compactBody))
        .containsExactly(
            "{}", "{\"ExclusiveStartTableName\":\"bbb\"}", "{\"ExclusiveStartTableName\":\"ddd\"}");
  }

  @Test
  void pages_notIterated_askForNothing() {
    Iterator<Response> pages = dynamodb.paginator("ListTables").pages().iterator();
    assertThat(pages.hasNext()).isTrue();
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void hasNext_afterTheLastPage_isKnownWithoutACall() {
    answers(LAST);
    Iterator<Response> pages = dynamodb.paginator("ListTables").pages().iterator();
    pages.next();
    assertThat(pages.hasNext()).isFalse();
    assertThat(recorder.requests()).hasSize(1);
    assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void pages_iteratedTwice_beginAnew() {
    answers(FIRST, LAST, FIRST, LAST);
    Pages pages = dynamodb.paginator("ListTables").pages();
    assertThat(pages.items().count()).isEqualTo(3);
    assertThat(pages.items().count()).isEqualTo(3);
    assertThat(Recorder.compactBody(recorder.requests().get(2))).isEqualTo("{}");
  }

  @Test
  void next_afterAFailedCall_asksForTheSamePageAgain() {
    Iterator<HttpResponse> answers =
        Stream.of(FIRST, null, LAST)
            .map(each -> each == null ? null : Recorder.response(200, each))
            .iterator();
    recorder.answer(
        request -> {
          HttpResponse answer = answers.next();
          if (answer == null) {
            throw new SocketTimeoutException("made up");
          }
          return answer;
        });
    Client once = Sessions.with(recorder).environment(ONE_ATTEMPT).build().client("dynamodb");
    Iterator<Response> pages = once.paginator("ListTables").pages().iterator();
    pages.next();
    assertThatThrownBy(pages::next).isInstanceOf(ReadTimeoutException.class);
    assertThat(pages.next().list("TableNames")).containsExactly("eee");
    assertThat(Recorder.compactBody(recorder.last()))
        .isEqualTo("{\"ExclusiveStartTableName\":\"bbb\"}");
  }

  @Test
  void items_findFirst_asksForOnePage() {
    answers(FIRST);
    assertThat(dynamodb.paginator("ListTables").pages().items(String.class).findFirst())
        .contains("aaa");
    assertThat(recorder.requests()).hasSize(1);
  }

  @Test
  void items_ofAnotherType_areRefused() {
    answers(LAST);
    Stream<Structure> items = dynamodb.paginator("ListTables").pages().items(Structure.class);
    assertThatThrownBy(items::count)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "An item of ListTables is a text, not a structure. Name the type of the items, such as"
                + " String.class.");
  }

  @Test
  void maxItems_withinAPage_cutsItAndGivesAToken() {
    answers(FIRST, SECOND);
    Pages pages = dynamodb.paginator("ListTables").maxItems(3).pages();
    assertThat(pages.items()).containsExactly("aaa", "bbb", "ccc");
    String token = pages.resumeToken();
    assertThat(new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8))
        .isEqualTo("{\"ExclusiveStartTableName\": \"bbb\", \"boto_truncate_amount\": 1}");

    answers(SECOND, LAST);
    assertThat(dynamodb.paginator("ListTables").startingToken(token).pages().items())
        .containsExactly("ddd", "eee");
  }

  @Test
  void maxItems_ofAllThereAre_givesNoToken() {
    answers(LAST);
    Pages pages = dynamodb.paginator("ListTables").maxItems(1).pages();
    assertThat(pages.items()).containsExactly("eee");
    assertThat(pages.resumeToken()).isNull();
  }

  @Test
  void pageSize_isTheParameterTheModelNames() {
    answers(LAST);
    dynamodb.paginator("ListTables").pageSize(7).pages().forEach(page -> {});
    assertThat(Recorder.compactBody(recorder.last())).isEqualTo("{\"Limit\":7}");
  }

  @Test
  void pageSize_ofTextParameter_isText() {
    recorder.answer(200, "{\"Items\": []}");
    Client apis = Sessions.client("apigatewayv2", recorder);
    apis.paginator("GetApis").pageSize(7).pages().forEach(page -> {});
    assertThat(recorder.last().uri().getQuery()).isEqualTo("maxResults=7");
  }

  @Test
  void pageSize_withoutParameter_saysBoto3sText() {
    Client athena = Sessions.client("ec2", recorder);
    String without =
        athena.paginators().stream()
            .filter(each -> !each.equals("none"))
            .filter(
                each ->
                    !Fixtures.map(
                            athena.model().part(io.boto4j.model.ModelPart.PAGINATORS).get(each))
                        .containsKey("limit_key"))
            .findFirst()
            .orElseThrow();
    assertThatThrownBy(() -> athena.paginator(without).pageSize(5).pages())
        .isInstanceOf(PaginationException.class)
        .hasMessage(
            "Error during pagination: PageSize parameter is not supported for the pagination"
                + " interface for this operation.");
  }

  @Test
  void paginationConfig_amongTheParameters_isBoto3s() {
    answers(FIRST, SECOND);
    Map<String, Object> config = Map.of("MaxItems", "3", "PageSize", 2);
    Pages pages =
        dynamodb.paginator("ListTables").maxItems(1).pages(Map.of("PaginationConfig", config));
    assertThat(pages.items()).containsExactly("aaa", "bbb", "ccc");
    assertThat(Recorder.compactBody(recorder.requests().get(0))).isEqualTo("{\"Limit\":2}");
  }

  @Test
  void paginationConfig_ofSomethingElse_isRefused() {
    Paginator paginator = dynamodb.paginator("ListTables");
    assertThatThrownBy(() -> paginator.pages(Map.of("PaginationConfig", Map.of("MaxItem", 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Did you mean MaxItems?");
    assertThatThrownBy(() -> paginator.pages(Map.of("PaginationConfig", 5)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> paginator.pages(Map.of("PaginationConfig", Map.of("MaxItems", "many"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("many");
    assertThatThrownBy(() -> paginator.maxItems(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> paginator.pageSize(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tokens_withBytes_areByteForByteBoto3s() {
    recorder.answer(
        200,
        """
        {"Items": [{"id": {"B": "AP8="}}, {"id": {"B": "AQ=="}}], "Count": 2, "ScannedCount": 5,
         "LastEvaluatedKey": {"id": {"B": "AQ=="}}}""");
    Structure full = dynamodb.paginator("Scan").maxItems(2).pages(TABLE).buildFullResult();
    String token = full.text("NextToken");
    assertThat(new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"ExclusiveStartKey\": {\"id\": {\"B\": \"AQ==\"}}, \"boto_encoded_keys\":"
                + " [[\"ExclusiveStartKey\", \"id\", \"B\"]]}");

    recorder.answer(200, "{\"Items\": [], \"Count\": 0, \"ScannedCount\": 0}");
    dynamodb.paginator("Scan").startingToken(token).pages(TABLE).forEach(page -> {});
    assertThat(Recorder.compactBody(recorder.last()))
        .isEqualTo("{\"TableName\":\"t\",\"ExclusiveStartKey\":{\"id\":{\"B\":\"AQ==\"}}}");
  }

  @Test
  void pages_sameTokenTwice_sayBoto3sText() {
    recorder.answer(200, FIRST);
    Iterator<Response> pages = dynamodb.paginator("ListTables").pages().iterator();
    pages.next();
    pages.next();
    assertThatThrownBy(pages::next)
        .isInstanceOf(PaginationException.class)
        .hasMessage(
            "Error during pagination: The same next token was received twice:"
                + " {'ExclusiveStartTableName': 'bbb'}");
    assertThat(pages.hasNext()).isFalse();
  }

  @Test
  void pages_sameBytesTwice_endToo() {
    recorder.answer(200, "{\"Items\": [], \"LastEvaluatedKey\": {\"id\": {\"B\": \"AQ==\"}}}");
    Pages pages = dynamodb.paginator("Scan").pages(TABLE);
    assertThatThrownBy(pages::buildFullResult).isInstanceOf(PaginationException.class);
    assertThat(recorder.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a___b___c",
        "{\"ExclusiveStartTableName\": \"b\", \"boto_truncate_amount\": -1}",
        "{\"ExclusiveStartTableName\": \"b\", \"boto_truncate_amount\": \"1\"}",
        "{\"ExclusiveStartTableName\": \"b\", \"boto_truncate_amount\": 99999999999}",
        "{\"ExclusiveStartTableName\": \"b\", \"boto_encoded_keys\": 1}",
        "{\"ExclusiveStartTableName\": \"b\", \"boto_encoded_keys\": [[]]}",
        "{\"ExclusiveStartTableName\": \"b\", \"boto_encoded_keys\": [[\"Nowhere\"]]}",
        "{\"ExclusiveStartTableName\": \"b\", \"boto_encoded_keys\": [[\"x\", 5, null]]}",
        "{\"ExclusiveStartTableName\": \"!\", \"boto_encoded_keys\": [[\"ExclusiveStartTableName\"]]}",
        "{\"Limit\": 1, \"boto_truncate_amount\": 1}",
      })
  void startingToken_malformed_isBad(String token) {
    String encoded =
        token.startsWith("{")
            ? Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8))
            : token;
    Paginator paginator = dynamodb.paginator("ListTables").startingToken(encoded);
    assertThatThrownBy(paginator::pages)
        .isInstanceOf(PaginationException.class)
        .hasMessageStartingWith("Bad starting token: " + encoded.substring(0, 9));
  }

  @Test
  void startingToken_withOtherParameters_setsNoneOfThem() {
    byte[] hostile = "{\"TableName\": \"other\"}".getBytes(StandardCharsets.UTF_8);
    String token = Base64.getEncoder().encodeToString(hostile);
    recorder.answer(200, "{\"TableNames\": []}");
    dynamodb.paginator("ListTables").startingToken(token).pages().forEach(page -> {});
    assertThat(Recorder.compactBody(recorder.last()))
        .isEqualTo("{\"ExclusiveStartTableName\":\"" + token + "\"}");
  }

  @Test
  void startingToken_ofAPageBoundary_keepsFurtherResultKeys() {
    recorder.answer(
        200,
        """
        <ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>a</Key></Contents>
        <CommonPrefixes><Prefix>p/</Prefix></CommonPrefixes></ListBucketResult>""");
    Client s3 = Sessions.client("s3", recorder);
    Structure page =
        s3.paginator("ListObjectsV2")
            .startingToken("opaque")
            .pages(Map.of("Bucket", "b"))
            .iterator()
            .next();
    assertThat(page.search("CommonPrefixes[].Prefix")).isEqualTo(List.of("p/"));
    assertThat(recorder.last().uri().getQuery()).contains("continuation-token=opaque");
  }

  @Test
  void buildFullResult_joinsAddsAndHidesSecrets() {
    answers(
        "{\"Items\": [{\"id\": {\"S\": \"a\"}}], \"Count\": 1, \"ScannedCount\": 2147483647,"
            + " \"LastEvaluatedKey\": {\"id\": {\"S\": \"a\"}}, \"ConsumedCapacity\":"
            + " {\"TableName\": \"first\"}}",
        "{\"Items\": [{\"id\": {\"S\": \"b\"}}], \"Count\": 1, \"ScannedCount\": 4}");
    Structure full = dynamodb.paginator("Scan").pages(TABLE).buildFullResult();
    assertThat(full.search("Items[].id.S")).isEqualTo(List.of("a", "b"));
    assertThat(full.integer("Count")).isEqualTo(2);
    assertThat(full.number("ScannedCount")).isEqualTo(2147483651L);
    assertThat(full.search("ConsumedCapacity.TableName")).isEqualTo("first");
    assertThat(full).doesNotContainKey("NextToken").doesNotContainKey("LastEvaluatedKey");
  }

  @Test
  void buildFullResult_nestedKey_isAStructure() {
    recorder.answer(
        200,
        """
        <DistributionList><IsTruncated>false</IsTruncated><Items><DistributionSummary><Id>d1</Id>
        </DistributionSummary></Items></DistributionList>""");
    Structure full =
        Sessions.client("cloudfront", recorder)
            .paginator("ListDistributions")
            .pages()
            .buildFullResult();
    assertThat(full.structure("DistributionList").structures("Items").get(0).text("Id"))
        .isEqualTo("d1");
  }

  @Test
  void search_flattensListsAndLeavesOutNothing() {
    answers(FIRST, LAST, FIRST, LAST, FIRST, LAST);
    Pages pages = dynamodb.paginator("ListTables").pages();
    assertThat(pages.search("TableNames[?@ != 'bbb']")).containsExactly("aaa", "eee");
    assertThat(pages.search("LastEvaluatedTableName")).containsExactly("bbb");
    assertThat(pages.search("{n: length(TableNames)}"))
        .containsExactly(Map.of("n", 2), Map.of("n", 1));
  }

  @Test
  void resultKeyIterators_shareOneWalk() {
    Iterator<String> bodies =
        Arrays.asList(
                "<A><IsTruncated>true</IsTruncated><NextKeyMarker>k</NextKeyMarker>"
                    + "<Version><Key>v1</Key></Version></A>",
                "<A><IsTruncated>false</IsTruncated><Version><Key>v2</Key></Version>"
                    + "<DeleteMarker><Key>d</Key></DeleteMarker></A>")
            .iterator();
    recorder.answer(request -> Recorder.response(200, bodies.next()));
    Paginator paginator = Sessions.client("s3", recorder).paginator("ListObjectVersions");
    assertThat(paginator.resultKeys())
        .containsExactly("Versions", "DeleteMarkers", "CommonPrefixes");
    List<Iterator<Object>> keys = paginator.pages(Map.of("Bucket", "b")).resultKeyIterators();
    assertThat(((Structure) keys.get(0).next()).text("Key")).isEqualTo("v1");
    assertThat(recorder.requests()).hasSize(1);
    assertThat(((Structure) keys.get(1).next()).text("Key")).isEqualTo("d");
    assertThat(((Structure) keys.get(0).next()).text("Key")).isEqualTo("v2");
    assertThat(keys.get(2).hasNext()).isFalse();
    assertThat(recorder.requests()).hasSize(2);
    assertThatThrownBy(keys.get(2)::next).isInstanceOf(NoSuchElementException.class);
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void paginator_ofWhatDoesNotPage_saysBoto3sText() {
    assertThatThrownBy(() -> dynamodb.paginator("ListTable"))
        .isInstanceOf(UnknownOperationException.class);
    assertThatThrownBy(() -> dynamodb.paginator("put_item"))
        .isInstanceOf(OperationNotPageableException.class)
        .hasMessageStartingWith("Operation cannot be paginated: PutItem")
        .extracting(e -> ((OperationNotPageableException) e).operation())
        .isEqualTo("PutItem");
  }

  @Test
  void paginator_theModelForgot_isInferred() {
    assertThat(dynamodb.canPaginate("ListExports")).isFalse();
    Paginator paginator = dynamodb.paginator("ListExports");
    assertThat(paginator.inferred()).isTrue();
    assertThat(paginator)
        .hasToString("Paginator[dynamodb, ListExports, of ExportSummaries, inferred]");
    answers(
        "{\"ExportSummaries\": [{\"ExportArn\": \"a\"}], \"NextToken\": \"n\"}",
        "{\"ExportSummaries\": [{\"ExportArn\": \"b\"}]}");
    assertThat(paginator.pageSize(1).pages().search("ExportSummaries[].ExportArn"))
        .containsExactly("a", "b");
    assertThat(Recorder.compactBody(recorder.last()))
        .isEqualTo("{\"MaxResults\":1,\"NextToken\":\"n\"}");
    assertThat(dynamodb.paginator("ListTables").inferred()).isFalse();
  }

  @Test
  void toString_ofPages_showsNoParameters() {
    Pages pages = dynamodb.paginator("Scan").pages(Map.of("TableName", "secret"));
    assertThat(pages).hasToString("Pages[dynamodb, Scan]");
  }
}
