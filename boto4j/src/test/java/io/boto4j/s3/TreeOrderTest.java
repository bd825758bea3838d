package io.boto4j.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TreeOrderTest {
  private static final String[] PIECES = {
    "a", "b", "-", ".", "/", "0", "A", "é", "\uFF21", "\uE000", "\uD7FF", "\uD83D\uDCA9", "\uFFFD"
  };

  @TempDir private Path directory;

  private static int compareBytes(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      name.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return name.toString();
  }

  @Test
  void names_random_areInTheOrderOfTheirBytes() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String one = name(random);
      String other = name(random);
      assertThat(Integer.signum(TreeEntry.compare(one, other)))
          .as("%s and %s", one, other)
          .isEqualTo(Integer.signum(compareBytes(one, other)));
    }
  }

  private void write(String... names) throws IOException {
    for (String name : names) {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
  }

  private List<String> list(TreeOptions options, boolean source, List<String> warnings)
      throws IOException {
    LocalListing listing = new LocalListing(directory, options, source, warnings::add);
    List<String> names = new ArrayList<>();
    for (TreeEntry entry = listing.next(); entry != null; entry = listing.next()) {
      names.add(entry.name());
    }
    return names;
  }

  private static TreeOptions options() {
    return new TreeOptions(null, true);
  }

  @Test
  void directory_withNamesAroundTheSlash_isInTheOrderOfS3() throws IOException {
    write("a/x", "a/b/y", "a-b", "a.b", "a0", "ab", "a/b.c", "a/b-c", "z", "Z");
    List<String> names = list(options(), true, new ArrayList<>());
    List<String> sorted = new ArrayList<>(names);
    sorted.sort(TreeOrderTest::compareBytes);
    assertThat(names).hasSize(10).isEqualTo(sorted);
  }

  @Test
  void directory_linkToAParent_isSkippedWithAWarning() throws IOException {
    write("a/x");
    Files.createSymbolicLink(directory.resolve("a/loop"), directory);
    Files.createSymbolicLink(directory.resolve("again"), directory.resolve("a"));
    List<String> warnings = new ArrayList<>();
    assertThat(list(options(), true, warnings)).containsExactly("a/x", "again/x");
    assertThat(warnings).hasSize(2).allMatch(each -> each.contains("contains it"));
  }

  @Test
  void directory_linksNotFollowed_areLeftOut() throws IOException {
    write("a/x");
    Files.createSymbolicLink(directory.resolve("link"), directory.resolve("a"));
    Files.createSymbolicLink(directory.resolve("a/y"), directory.resolve("a/x"));
    assertThat(list(options().followSymlinks(false), true, new ArrayList<>()))
        .containsExactly("a/x");
  }

  @Test
  void directory_linkToNothing_isSkippedAndUncertain() throws IOException {
    write("a/x");
    Files.createSymbolicLink(directory.resolve("a/gone"), directory.resolve("nowhere"));
    List<String> warnings = new ArrayList<>();
    LocalListing listing = new LocalListing(directory, options(), true, warnings::add);
    assertThat(listing.next()).isNotNull();
    assertThat(listing.next()).isNull();
    assertThat(warnings).singleElement().asString().contains("a link that leads nowhere");
    assertThat(listing.isUncertain("a/gone")).isTrue();
    assertThat(listing.isUncertain("a/gone/below")).isTrue();
    assertThat(listing.isUncertain("a/gon")).isFalse();
  }

  @Test
  void directory_destinationThroughALink_isMarked() throws IOException {
    write("a/x");
    Files.createSymbolicLink(directory.resolve("link"), directory.resolve("a"));
    LocalListing listing = new LocalListing(directory, options(), false, each -> {});
    assertThat(listing.next()).matches(each -> !each.linked());
    assertThat(listing.next()).matches(each -> each.linked() && each.name().equals("link/x"));
  }

  @Test
  void directory_excluded_isNotRead() throws IOException {
    write(".git/x", "a", "b.tmp");
    TreeOptions options = options().exclude(".git/*").exclude("*.tmp");
    assertThat(list(options, true, new ArrayList<>())).containsExactly("a");
  }

  @Test
  void destination_missing_isEmpty() throws IOException {
    LocalListing listing =
        new LocalListing(directory.resolve("missing"), options(), false, each -> {});
    assertThat(listing.next()).isNull();
  }
}
