package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.error.ParamValidationException;
import io.boto4j.error.ResponseParseException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** rest-xml beyond the fixtures from botocore. */
final class RestXmlTest {
  private static final Map<String, Object> KEY = Map.of("Bucket", "bucket", "Key", "key");

  private final Recorder recorder = new Recorder().answer(200, "");
  private final Client s3 = Sessions.client("s3", recorder);

  private static Map<String, Object> keyAnd(String name, Object value) {
    Map<String, Object> params = new LinkedHashMap<>(KEY);
    params.put(name, value);
    return params;
  }

  private HttpRequest delete(String... keys) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (String key : keys) {
      objects.add(Map.of("Key", key));
    }
    s3.call("DeleteObjects", Map.of("Bucket", "bucket", "Delete", Map.of("Objects", objects)));
    return recorder.last();
  }

  @Test
  void body_keyXmlCannotHold_isRefusedBeforeItIsSent() {
    ParamValidationException e =
        catchThrowableOfType(ParamValidationException.class, () -> delete("a", "b\u0001"));

    assertThat(e)
        .hasMessage(
            "Parameter validation failed:\n"
                + "XML has no character U+0001, which is in Delete/Object/Key");
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void body_lineEndsInKeys_surviveTheServicesReader() {
    assertThat(Recorder.body(delete("a\r\nb")))
        .isEqualTo(
            "<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Object>"
                + "<Key>a&#xD;&#xA;b</Key></Object></Delete>");
  }

  @Test
  void body_nullWithoutValidation_endsItsStructureAsInBoto3() {
    Client lax = Sessions.with(recorder).build().client("s3", c -> c.parameterValidation(false));
    Map<String, Object> tag = new LinkedHashMap<>();
    tag.put("Key", "k");
    tag.put("Value", null);
    Map<String, Object> first = new LinkedHashMap<>();
    first.put("Value", null);
    first.put("Key", "lost");

    lax.call("PutObjectTagging", keyAnd("Tagging", Map.of("TagSet", List.of(tag, first))));

    assertThat(Recorder.body(recorder.last()))
        .endsWith("<TagSet><Tag><Key>k</Key></Tag><Tag /></TagSet></Tagging>");
    assertThatThrownBy(
            () ->
                lax.call(
                    "PutObjectTagging",
                    keyAnd("Tagging", Map.of("TagSet", Collections.singletonList(null)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A null cannot be sent as Tag");
    assertThatThrownBy(
            () -> lax.call("PutObjectTagging", keyAnd("Tagging", Map.of("Nonsense", "x"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a member that Tagging does not have");
    assertThatThrownBy(() -> lax.call("PutObjectTagging", keyAnd("Tagging", 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A java.lang.Integer cannot be sent as Tagging");
  }

  @Test
  void signature_unsignedBody_saysSoOnce() {
    s3.call(
        "WriteGetObjectResponse",
        Map.of("RequestRoute", "io-1", "RequestToken", "t", "Body", "body"));

    assertThat(recorder.last().headers().all("X-Amz-Content-SHA256"))
        .containsExactly("UNSIGNED-PAYLOAD");
  }

  @Test
  void signature_serviceThatIsNoS3_hasNoContentHash() {
    Sessions.client("route53", recorder).call("ListHostedZones");

    assertThat(recorder.last().headers().contains("X-Amz-Content-SHA256")).isFalse();
  }

  @Test
  void answer_locationOfTheFirstRegion_isAbsent() {
    recorder.answer(200, "<LocationConstraint xmlns=\"u\"/>");

    assertThat(s3.call("GetBucketLocation", Map.of("Bucket", "bucket"))).isEmpty();
  }

  @Test
  void answer_locationInAnElementOfItsOwn_isReadToo() {
    recorder.answer(200, "<R><LocationConstraint>EU</LocationConstraint></R>");

    assertThat(s3.call("GetBucketLocation", Map.of("Bucket", "bucket")).text("LocationConstraint"))
        .isEqualTo("EU");
  }

  @Test
  void answer_expiryThatIsNoDate_isAbsentAndTheObjectCanBeRead() {
    recorder.answer(200, "bytes", "Expires", "never", "ETag", "e");

    Response answer = s3.call("GetObject", KEY);

    assertThat(answer.containsKey("Expires")).isFalse();
    assertThat(answer.text("ETag")).isEqualTo("e");
    assertThat(((ResponseStream) answer.get("Body")).readAllBytes()).asString().isEqualTo("bytes");
    assertThat(answer.metadata().headers().first("Expires")).isEqualTo("never");
    recorder.answer(200, "", "Expires", "Fri, 02 Jan 2026 03:04:05 GMT");
    assertThat(s3.call("HeadObject", KEY).instant("Expires"))
        .isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
  }

  @Test
  void answer_garbledWithinAWholeDocument_saysWhere() {
    recorder.answer(200, "<R><KeyCount>secret</KeyCounts></R>");

    assertThatThrownBy(() -> s3.call("ListObjectsV2", Map.of("Bucket", "bucket")))
        .isInstanceOf(ResponseParseException.class)
        .hasMessageContaining("Expected the end tag")
        .hasMessageNotContaining("secret");
  }

  @Test
  void answer_cutOffAnywhere_isAnErrorOfTheService() {
    String whole = "<?xml version=\"1.0\"?>\n<R><ETag>e</ETag><Key>a</Key></R>";
    Map<String, Object> upload = keyAnd("UploadId", "u");
    for (int i = 1; i < whole.length(); i++) {
      recorder.answer(200, whole.substring(0, i));

      ServiceException e =
          catchThrowableOfType(
              ServiceException.class, () -> s3.call("CompleteMultipartUpload", upload));

      assertThat(e).as("%s bytes", i).isNotNull();
      assertThat(e.statusCode()).isEqualTo(500);
      assertThat(e.code()).isEqualTo("500");
    }
    recorder.answer(200, whole);
    assertThat(s3.call("CompleteMultipartUpload", upload).text("ETag")).isEqualTo("e");
  }

  @Test
  void answer_otherServicesCutOff_isUnparsable() {
    recorder.answer(200, "<R><HostedZones>");

    assertThatThrownBy(() -> Sessions.client("route53", recorder).call("ListHostedZones"))
        .isInstanceOf(ResponseParseException.class);
  }

  @Test
  void error_bareWithoutHeaders_hasTheIdOfItsBody() {
    recorder.answer(
        403,
        "<Error><Code>AccessDenied</Code><RequestId>BODY</RequestId><HostId>H</HostId></Error>");

    ServiceException e =
        catchThrowableOfType(ServiceException.class, () -> s3.call("GetObject", KEY));

    assertThat(e.requestId()).isEqualTo("BODY");
    assertThat(e.response().structure("Error").keySet())
        .containsExactlyInAnyOrder("Code", "Message");
  }

  @Test
  void error_behind200_keepsTheAttemptAsItWas() {
    recorder.answer(
        200, "<Error><Code>SlowDown</Code><Message>m</Message></Error>", "x-amz-id-2", "host");

    ServiceException e =
        catchThrowableOfType(
            ServiceException.class, () -> s3.call("CopyObject", keyAnd("CopySource", "other/key")));

    assertThat(e.code()).isEqualTo("SlowDown");
    assertThat(e.statusCode()).isEqualTo(500);
    assertThat(e.metadata().hostId()).isEqualTo("host");
    assertThat(e.attempts()).hasSize(3);
    assertThat(e.attempts().get(2).statusCode()).isEqualTo(200);
    assertThat(e.attempts().get(2).error()).isEqualTo("SlowDown");
  }

  @Test
  void key_hardBytes_areOnTheWireOnceEncoded() {
    for (String key : Arrays.asList("a//b", "../x", "/", "a b", "a+b", "100%", "\ud83d\ude00")) {
      s3.call("GetObject", Map.of("Bucket", "bucket", "Key", key));

      String path = recorder.last().uri().getRawPath();
      assertThat(path).isEqualTo("/" + encoded(key));
      assertThat(recorder.last().uri().getPath()).isEqualTo("/" + key);
    }
  }

  private static String encoded(String key) {
    return key.replace("%", "%25")
        .replace(" ", "%20")
        .replace("+", "%2B")
        .replace("\ud83d\ude00", "%F0%9F%98%80");
  }
}
