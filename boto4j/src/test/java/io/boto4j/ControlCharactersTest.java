package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Keys with control characters, as listings of stores that ignore {@code encoding-type} have them.
 */
final class ControlCharactersTest {
  private final Recorder recorder = new Recorder();
  private final Client s3 = Sessions.client("s3", recorder);

  @Test
  void listing_withControlCharacters_isRead() {
    for (String key : new String[] {"a\u0001b\u001f", "a&#1;b&#x1f;"}) {
      recorder.answer(
          200, "<ListBucketResult><Contents><Key>" + key + "</Key></Contents></ListBucketResult>");
      Response listing = s3.call("ListObjectsV2", Map.of("Bucket", "b"));
      assertThat(listing.structures("Contents").get(0).text("Key")).isEqualTo("a\u0001b\u001f");
    }
  }
}
