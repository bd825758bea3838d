package io.boto4j.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The page for users of boto3 has every public name of boto3; needs python3 with boto3. */
final class Boto3ApiTest {
  /** Parts of boto3's implementation that are public by name only. */
  private static final Set<String> INTERNAL =
      Set.of(
          "session resource_factory",
          "paginator PAGE_ITERATOR_CLS",
          "collection iterator",
          // What every file of Python has.
          "StreamingBody readable");

  @Test
  void page_hasEveryPublicName() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "from-boto3.md"));
    String tables = page.substring(0, page.indexOf("\n## Programs"));
    Set<String> words = new HashSet<>(Arrays.asList(tables.split("\\W+", -1)));

    List<String> api = publicNames();

    assertThat(api).hasSizeGreaterThan(100).containsAll(INTERNAL);
    assertThat(api)
        .filteredOn(each -> !INTERNAL.contains(each))
        .allMatch(each -> words.contains(each.substring(each.indexOf(' ') + 1)));
  }

  /** Prints, for example, {@code client get_paginator}. */
  private static List<String> publicNames() throws IOException, InterruptedException {
    Process python;
    try {
      python =
          new ProcessBuilder("python3", "-W", "ignore", "src/test/python/public_api.py")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "There is no python3");
      throw e;
    }
    String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeTrue(
        python.waitFor(1, TimeUnit.MINUTES) && python.exitValue() == 0, "python3 has no boto3");
    return printed.lines().toList();
  }
}
