package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Blanks and byte order marks before the document of a response. S3 and similar stores send blanks
 * to keep the connection of a slow call alive.
 */
final class LeadingBlanksTest {
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final Map<String, Object> UPLOAD =
      Map.of("Bucket", "bucket", "Key", "k", "UploadId", "u");

  private final Recorder recorder = new Recorder();

  static Stream<String> leads() {
    return Stream.of(
        "",
        " ",
        "\n",
        "\r\n\t ",
        " ".repeat(100),
        "\ufeff",
        " \ufeff",
        "\ufeff\n",
        " \n".repeat(9_000));
  }

  @ParameterizedTest
  @MethodSource("leads")
  void completedUpload_succeeds(String lead) {
    Client s3 = Sessions.client("s3", recorder);
    for (String declaration : List.of(XML, "")) {
      recorder.answer(
          200,
          lead
              + declaration
              + "<CompleteMultipartUploadResult><ETag>e</ETag></CompleteMultipartUploadResult>");

      Response response = s3.call("CompleteMultipartUpload", UPLOAD);

      assertThat(response.text("ETag")).isEqualTo("e");
      assertThat(response.metadata().attempts()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("leads")
  void failedUpload_keepsItsCode(String lead) {
    Client s3 = Sessions.client("s3", recorder);
    for (int status : new int[] {200, 400, 500}) {
      recorder.answer(
          status, lead + XML + "<Error><Code>InvalidPart</Code><Message>m</Message></Error>");

      ServiceException e =
          catchThrowableOfType(
              ServiceException.class, () -> s3.call("CompleteMultipartUpload", UPLOAD));

      assertThat(e.code()).isEqualTo("InvalidPart");
      assertThat(e.message()).isEqualTo("m");
      assertThat(e.statusCode()).isEqualTo(status == 200 ? 500 : status);
    }
  }

  @ParameterizedTest
  @MethodSource("leads")
  void location_isRead(String lead) {
    recorder.answer(200, lead + XML + "<LocationConstraint>eu-west-1</LocationConstraint>");

    assertThat(
            Sessions.client("s3", recorder)
                .call("GetBucketLocation", Map.of("Bucket", "bucket"))
                .text("LocationConstraint"))
        .isEqualTo("eu-west-1");
  }

  @ParameterizedTest
  @MethodSource("leads")
  void query_responsesAndErrors_areRead(String lead) {
    Client sts = Sessions.client("sts", recorder);
    recorder.answer(
        200,
        lead
            + XML
            + "<R><GetCallerIdentityResult><Account>1</Account></GetCallerIdentityResult></R>");
    assertThat(sts.call("GetCallerIdentity").text("Account")).isEqualTo("1");

    for (int status : new int[] {400, 503}) {
      recorder.answer(
          status, lead + XML + "<ErrorResponse><Error><Code>Sorry</Code></Error></ErrorResponse>");
      ServiceException e =
          catchThrowableOfType(ServiceException.class, () -> sts.call("GetCallerIdentity"));
      assertThat(e.code()).isEqualTo("Sorry");
    }
  }

  @ParameterizedTest
  @MethodSource("leads")
  void json_responsesAndErrors_areRead(String lead) {
    Client dynamodb = Sessions.client("dynamodb", recorder);
    recorder.answer(200, lead + "{\"TableNames\": [\"t\"]}");
    assertThat(dynamodb.call("ListTables").list("TableNames")).containsExactly("t");

    for (int status : new int[] {400, 500}) {
      recorder.answer(status, lead + "{\"__type\": \"Sorry\", \"message\": \"m\"}");
      ServiceException e =
          catchThrowableOfType(ServiceException.class, () -> dynamodb.call("ListTables"));
      assertThat(e.code()).isEqualTo("Sorry");
      assertThat(e.message()).isEqualTo("m");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void documentInUtf16_withAByteOrderMark_isRead(String charset) {
    String list = "<R><Buckets><Bucket><Name>b\u00fcrger</Name></Bucket></Buckets></R>";
    byte[] body = ("\ufeff<?xml version=\"1.0\"?>" + list).getBytes(Charset.forName(charset));
    recorder.answer(
        request -> HttpResponse.of(200, Headers.empty(), new ByteArrayInputStream(body)));

    Response response = Sessions.client("s3", recorder).call("ListBuckets");

    assertThat(response.search("Buckets[].Name")).isEqualTo(List.of("b\u00fcrger"));
  }
}
