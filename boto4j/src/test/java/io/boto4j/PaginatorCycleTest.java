package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.PaginationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens that come round again end every kind of iteration. */
@Timeout(60)
final class PaginatorCycleTest {
  private static final String TWICE =
      "Error during pagination: The same next token was received twice: ";

  private final Recorder recorder = new Recorder();

  /** Responds with tokens of which the last ones come round for ever. */
  private void tokens(String page, int before, int cycle) {
    int[] number = {0};
    recorder.answer(
        request -> {
          int index = number[0]++;
          int token = index < before ? index : before + (index - before) % cycle;
          return Recorder.response(200, page.replace("TOKEN", "token" + token));
        });
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 2", "0, 3", "0, 7", "1, 2", "5, 2", "6, 5", "40, 9", "100, 1", "100, 64"})
  void pages_inACycle_end(int before, int cycle) {
    tokens("{\"TableNames\":[\"x\"],\"LastEvaluatedTableName\":\"TOKEN\"}", before, cycle);
    Pages pages = Sessions.client("dynamodb", recorder).paginator("ListTables").pages();

    assertThatThrownBy(() -> pages.forEach(page -> {}))
        .isInstanceOf(PaginationException.class)
        .hasMessageStartingWith(TWICE + "{'ExclusiveStartTableName': 't");
    assertThat(recorder.requests()).hasSizeLessThanOrEqualTo(3 * (before + cycle) + 1);
  }

  @Test
  void otherWalks_inACycle_endToo() {
    tokens("{\"TableNames\":[\"x\"],\"LastEvaluatedTableName\":\"TOKEN\"}", 0, 2);
    Pages pages = Sessions.client("dynamodb", recorder).paginator("ListTables").pages();

    assertThatThrownBy(() -> pages.items().toList()).isInstanceOf(PaginationException.class);
    assertThatThrownBy(() -> pages.stream().toList()).isInstanceOf(PaginationException.class);
    assertThatThrownBy(() -> pages.search("TableNames").toList())
        .isInstanceOf(PaginationException.class);
    assertThatThrownBy(pages::buildFullResult).isInstanceOf(PaginationException.class);
    assertThatThrownBy(
            () -> pages.resultKeyIterators().forEach(each -> each.forEachRemaining(item -> {})))
        .isInstanceOf(PaginationException.class);
  }

  @Test
  void publisher_inACycle_reportsIt() {
    tokens("{\"TableNames\":[\"x\"],\"LastEvaluatedTableName\":\"TOKEN\"}", 0, 2);
    List<Object> seen = new ArrayList<>();
    Sessions.with(recorder)
        .executor(Runnable::run)
        .build()
        .client("dynamodb")
        .paginator("ListTables")
        .pages()
        .publisher()
        .subscribe(
            new Flow.Subscriber<>() {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
              }

              @Override
              public void onNext(Response page) {}

              @Override
              public void onError(Throwable failure) {
                seen.add(failure);
              }

              @Override
              public void onComplete() {
                seen.add("complete");
              }
            });

    assertThat(seen).singleElement().isInstanceOf(PaginationException.class);
  }

  @Test
  void inferredPages_inACycle_end() {
    tokens("{\"ExportSummaries\":[{\"ExportArn\":\"a\"}],\"NextToken\":\"TOKEN\"}", 1, 3);
    Paginator paginator = Sessions.client("dynamodb", recorder).paginator("ListExports");

    assertThat(paginator.inferred()).isTrue();
    assertThatThrownBy(() -> paginator.pages().forEach(page -> {}))
        .isInstanceOf(PaginationException.class);
  }

  @Test
  void tokensOfSeveralParts_areComparedAsAWhole() {
    String page =
        """
        <ListVersionsResult><IsTruncated>%s</IsTruncated><NextKeyMarker>%s</NextKeyMarker>\
        <NextVersionIdMarker>%s</NextVersionIdMarker></ListVersionsResult>\
        """;
    String[] pages = {
      page.formatted("true", "a", "1"),
      page.formatted("true", "b", "1"),
      page.formatted("true", "a", "2"),
      page.formatted("true", "b", "2"),
      page.formatted("false", "a", "1")
    };
    int[] number = {0};
    recorder.answer(request -> Recorder.response(200, pages[number[0]++]));

    Client s3 = Sessions.client("s3", recorder);
    s3.paginator("ListObjectVersions").pages(Map.of("Bucket", "b")).forEach(each -> {});

    assertThat(recorder.requests()).hasSize(5);
  }

  @Test
  void filterLogEvents_repeatedToken_goesOn() {
    String[] tokens = {"A", "A", "A", "B", "B", null};
    int[] number = {0};
    recorder.answer(
        request -> {
          String token = tokens[number[0]++];
          return Recorder.response(
              200,
              "{\"events\":[{\"eventId\":\"e\"}]"
                  + (token == null ? "" : ",\"nextToken\":\"" + token + "\"")
                  + "}");
        });

    assertThat(logEvents().items()).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 2", "3, 2"})
  void filterLogEvents_inACycle_endToo(int before, int cycle) {
    tokens("{\"events\":[],\"nextToken\":\"TOKEN\"}", before, cycle);

    assertThatThrownBy(() -> logEvents().forEach(page -> {}))
        .isInstanceOf(PaginationException.class)
        .hasMessageStartingWith(TWICE);
    assertThat(recorder.requests()).hasSizeLessThan(150);
  }

  private Pages logEvents() {
    return Sessions.client("logs", recorder)
        .paginator("FilterLogEvents")
        .pages(Map.of("logGroupName", "g"));
  }
}
