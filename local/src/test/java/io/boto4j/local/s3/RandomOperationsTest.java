package io.boto4j.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.LocalAws;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of random operations on a bucket, compared with a map of lists of versions. */
final class RandomOperationsTest {
  private static final int OPERATIONS = 1500;
  private static final String BUCKET = "random-bucket";
  private static final String[] KEYS = {"a", "a/b", "a/c/d", "b/x", "b/y", "c", "d/e", "d/f/g"};

  /** The versions by key, the newest first. */
  private final TreeMap<String, List<Version>> model = new TreeMap<>();

  private String versioning = "";

  /** A version; without a text it is a delete marker. */
  private record Version(String id, String text) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void operations_random_agreeWithTheModel(long seed) {
    Random random = new Random(seed);
    try (LocalAws aws = LocalAws.start();
        Client s3 = aws.session().client("s3")) {
      s3.call("CreateBucket", params());
      for (int i = 0; i < OPERATIONS; i++) {
        step(s3, random, i);
      }
    }
  }

  private static Params params() {
    return Params.of("Bucket", BUCKET);
  }

  private void step(Client s3, Random random, int number) {
    String key = KEYS[random.nextInt(KEYS.length)];
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> put(s3, key, "v" + number);
      case 3 -> delete(s3, key);
      case 4 -> deleteVersion(s3, random, key);
      case 5 -> copy(s3, key, KEYS[random.nextInt(KEYS.length)]);
      case 6 -> list(s3, random);
      case 7 -> listVersions(s3, random);
      case 8 -> {
        if (number % 97 == 0 || (number > OPERATIONS / 3 && versioning.isEmpty())) {
          versioning = random.nextBoolean() ? "Enabled" : "Suspended";
          s3.call(
              "PutBucketVersioning",
              params().with("VersioningConfiguration", Params.of("Status", versioning)));
        }
      }
      default -> get(s3, key);
    }
  }

  private List<Version> versions(String key) {
    return model.computeIfAbsent(key, absent -> new ArrayList<>());
  }

  private void add(String key, Version version) {
    if (version.id.equals("null")) {
      versions(key).removeIf(each -> each.id.equals("null"));
    }
    versions(key).add(0, version);
  }

  private static String id(Response response) {
    String id = response.text("VersionId");
    return id == null ? "null" : id;
  }

  private void put(Client s3, String key, String text) {
    Response response =
        s3.call(
            "PutObject",
            params().with("Key", key).with("Body", text.getBytes(StandardCharsets.UTF_8)));
    assertThat(id(response).equals("null")).isEqualTo(!versioning.equals("Enabled"));
    add(key, new Version(id(response), text));
  }

  private void delete(Client s3, String key) {
    Response response = s3.call("DeleteObject", params().with("Key", key));
    if (versioning.isEmpty()) {
      versions(key).clear();
    } else {
      assertThat(response.bool("DeleteMarker")).isTrue();
      add(key, new Version(id(response), ""));
    }
  }

  private void deleteVersion(Client s3, Random random, String key) {
    List<Version> versions = versions(key);
    if (!versions.isEmpty()) {
      Version version = versions.remove(random.nextInt(versions.size()));
      s3.call("DeleteObject", params().with("Key", key).with("VersionId", version.id));
    }
  }

  private Version newest(String key) {
    List<Version> versions = versions(key);
    return versions.isEmpty() || versions.get(0).text.isEmpty() ? null : versions.get(0);
  }

  private void copy(Client s3, String key, String from) {
    Version source = newest(from);
    if (source != null && !key.equals(from)) {
      Response response =
          s3.call("CopyObject", params().with("Key", key).with("CopySource", BUCKET + "/" + from));
      add(key, new Version(id(response), source.text));
    }
  }

  private void get(Client s3, String key) {
    Version expected = newest(key);
    try {
      Response response = s3.call("GetObject", params().with("Key", key));
      assertThat(S3Fixture.body(response).text())
          .isEqualTo(expected == null ? "nothing" : expected.text);
    } catch (ServiceException e) {
      assertThat(e.code()).isEqualTo("NoSuchKey");
      assertThat(expected).isNull();
    }
    for (Version each : versions(key)) {
      if (!each.text.isEmpty()) {
        Response response =
            s3.call("GetObject", params().with("Key", key).with("VersionId", each.id));
        assertThat(S3Fixture.body(response).text()).isEqualTo(each.text);
      }
    }
  }

  private void list(Client s3, Random random) {
    String prefix = new String[] {"", "a", "a/", "b/", "d/f"}[random.nextInt(5)];
    String delimiter = random.nextBoolean() ? "/" : "";
    TreeSet<String> expected = new TreeSet<>();
    for (String key : model.keySet()) {
      if (key.startsWith(prefix) && newest(key) != null) {
        int at = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        expected.add(at < 0 ? key : key.substring(0, at + 1));
      }
    }
    List<String> seen = new ArrayList<>();
    String token = null;
    do {
      Params params =
          params().with("Prefix", prefix).with("Delimiter", delimiter).with("MaxKeys", 2);
      Response page =
          s3.call(
              "ListObjectsV2", token == null ? params : params.with("ContinuationToken", token));
      List<String> some = new ArrayList<>(S3Fixture.keys(page, "Contents"));
      page.structures("CommonPrefixes").forEach(each -> some.add(each.text("Prefix")));
      some.sort(null);
      seen.addAll(some);
      token = page.text("NextContinuationToken");
    } while (token != null);
    assertThat(seen).containsExactlyElementsOf(expected);
  }

  private void listVersions(Client s3, Random random) {
    List<String> expected = new ArrayList<>();
    model.forEach((key, versions) -> versions.forEach(each -> expected.add(key + " " + each.id)));
    List<String> seen = new ArrayList<>();
    Params params = params().with("MaxKeys", 1 + random.nextInt(7));
    Params next = params;
    boolean more = true;
    while (more) {
      Response page = s3.call("ListObjectVersions", next);
      List<Structure> entries = new ArrayList<>(page.structures("Versions"));
      entries.addAll(page.structures("DeleteMarkers"));
      for (Structure each : entries) {
        String key = Objects.requireNonNull(each.text("Key"));
        seen.add(key + " " + each.text("VersionId"));
        assertThat(each.bool("IsLatest"))
            .isEqualTo(versions(key).get(0).id.equals(each.text("VersionId")));
      }
      more = Boolean.TRUE.equals(page.bool("IsTruncated"));
      next =
          params
              .with("KeyMarker", Objects.toString(page.text("NextKeyMarker"), ""))
              .with("VersionIdMarker", Objects.toString(page.text("NextVersionIdMarker"), ""));
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
  }
}
