package io.boto4j.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Params;
import io.boto4j.s3.TreeOptions;
import io.boto4j.s3.TreeResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random trees, synchronized in all directions, against maps that do the same. */
final class TreeRandomTest {
  private static final int ROUNDS = 30;
  private static final String OTHER = "other";
  private static final List<String> NAMES =
      List.of("a", "b", "a.b", "a-", "é", "\uFF21", "\uD83D\uDCA9", "d e", "x.tmp", "0");

  @TempDir private Path temporary;

  /**
   * Returns a name; directories begin with a letter of their own, so that no file has their name.
   */
  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int depth = random.nextInt(3); depth > 0; depth--) {
      name.append('D').append(NAMES.get(random.nextInt(NAMES.size()))).append('/');
    }
    return name + NAMES.get(random.nextInt(NAMES.size()));
  }

  /** Contents of different sizes, so that the default comparison finds every difference. */
  private static Map<String, String> tree(Random random, Map<String, String> like) {
    Map<String, String> tree = new TreeMap<>();
    like.forEach(
        (name, text) -> {
          if (random.nextInt(3) > 0) {
            tree.put(name, random.nextBoolean() ? text : text + "+");
          }
        });
    for (int i = random.nextInt(20); i > 0; i--) {
      tree.put(name(random), "x".repeat(random.nextInt(3)));
    }
    return tree;
  }

  private static void fill(TreeFixture f, String bucket, Map<String, String> tree) {
    f.keys(bucket)
        .forEach(key -> f.plain.call("DeleteObject", Params.of("Bucket", bucket, "Key", key)));
    tree.forEach(
        (name, text) ->
            f.plain.call(
                "PutObject",
                Params.of(
                    "Bucket",
                    bucket,
                    "Key",
                    "p/" + name,
                    "Body",
                    text.getBytes(StandardCharsets.UTF_8))));
  }

  private static Map<String, String> objects(TreeFixture f, String bucket) {
    Map<String, String> tree = new TreeMap<>();
    for (String key : f.keys(bucket)) {
      Params object = Params.of("Bucket", bucket, "Key", key);
      tree.put(key.substring(2), S3Fixture.body(f.plain.call("GetObject", object)).text());
    }
    return tree;
  }

  private static Map<String, String> files(TreeFixture f) throws IOException {
    Map<String, String> tree = new TreeMap<>();
    for (String name : f.files()) {
      tree.put(name, f.read(name));
    }
    return tree;
  }

  private static Map<String, String> expected(
      Map<String, String> source, Map<String, String> destination, boolean delete) {
    Map<String, String> expected = new TreeMap<>(destination);
    source.forEach(
        (name, text) -> {
          if (!name.endsWith(".tmp")) {
            expected.put(name, text);
          }
        });
    if (delete) {
      expected.keySet().removeIf(name -> !name.endsWith(".tmp") && !source.containsKey(name));
    }
    return expected;
  }

  @Test
  void sync_randomTrees_makesTheDestinationLikeTheSource() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(round);
      Path directory = Files.createDirectory(temporary.resolve("d" + round));
      try (TreeFixture f = new TreeFixture(directory)) {
        f.plain.call("CreateBucket", Params.of("Bucket", OTHER));
        Map<String, String> source = tree(random, Map.of());
        source.put("one", "1");
        Map<String, String> destination = tree(random, source);
        boolean delete = random.nextBoolean();
        Consumer<TreeOptions> options = o -> o.delete(delete).exclude("*.tmp");
        Map<String, String> expected = expected(source, destination, delete);

        TreeResult again;
        Map<String, String> result;
        switch (round % 3) {
          case 0 -> {
            fill(f, TreeFixture.BUCKET, destination);
            for (Map.Entry<String, String> each : source.entrySet()) {
              f.write(each.getKey(), each.getValue());
            }
            f.s3t.sync(directory, "s3://a-bucket/p", options).await();
            result = objects(f, TreeFixture.BUCKET);
            again = f.s3t.sync(directory, "s3://a-bucket/p", options).await();
          }
          case 1 -> {
            fill(f, TreeFixture.BUCKET, source);
            for (Map.Entry<String, String> each : destination.entrySet()) {
              f.write(each.getKey(), each.getValue());
            }
            f.s3t.sync("s3://a-bucket/p", directory, options).await();
            result = files(f);
            again = f.s3t.sync("s3://a-bucket/p", directory, options).await();
          }
          default -> {
            fill(f, TreeFixture.BUCKET, source);
            fill(f, OTHER, destination);
            f.s3t.sync("s3://a-bucket/p", "s3://other/p", options).await();
            result = objects(f, OTHER);
            again = f.s3t.sync("s3://a-bucket/p", "s3://other/p", options).await();
          }
        }
        assertThat(result).as("round %s", round).isEqualTo(expected);
        assertThat(again.unchanged() + " unchanged")
            .as("round %s, again", round)
            .isEqualTo(again.toString());
      }
    }
  }
}
