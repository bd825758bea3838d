package io.boto4j.reference.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

final class SearchIndexTest {
  private static final int KB = 1024;

  private static final SearchFiles BUILT_IN = SearchFiles.builtIn(List::of);

  @Test
  void index_ofSameModels_hasSameBytes() {
    Map<String, byte[]> made = SearchIndex.of(ModelLoader.builtIn());
    assertThat(BUILT_IN.paths().filter(path -> path.startsWith("search/")))
        .containsExactlyElementsOf(made.keySet().stream().map(name -> "search/" + name).toList());
    made.forEach((name, bytes) -> assertThat(bytes("search/" + name)).as(name).isEqualTo(bytes));
  }

  @Test
  void core_isSmall_soThatTheFirstResultIsFast() {
    assertThat(bytes("search/core.bin")).hasSizeLessThan(64 * KB);
  }

  @Test
  void files_areSmall_soThatAKeystrokeLoadsLittle() {
    paths("search/words/")
        .forEach(path -> assertThat(bytes(path)).as(path).hasSizeLessThan(16 * KB));
    paths("search/services/")
        .forEach(path -> assertThat(bytes(path)).as(path).hasSizeLessThan(72 * KB));
  }

  @Test
  void index_inTheJar_isBelow4Megabytes() {
    long size =
        paths("search/").mapToLong(path -> compressed(bytes(path)) + 2L * path.length()).sum();
    assertThat(size).isLessThan(4L * KB * KB);
  }

  @Test
  void services_haveAFileEach() {
    assertThat(paths("search/services/"))
        .containsExactlyElementsOf(
            ModelLoader.builtIn().services().stream()
                .map(name -> "search/services/" + name + ".bin")
                .sorted()
                .toList());
  }

  @Test
  void path_thatIsNotInTheIndex_isNotFound() {
    assertThat(BUILT_IN.page("search/files.txt")).isEmpty();
    assertThat(BUILT_IN.page("search/popular.txt")).isEmpty();
    assertThat(BUILT_IN.page("search/../assets/search.js")).isEmpty();
    assertThat(BUILT_IN.page("assets/search/../search.js")).isEmpty();
    assertThat(BUILT_IN.page("index.html")).isEmpty();
  }

  private static Stream<String> paths(String folder) {
    return BUILT_IN.paths().filter(path -> path.startsWith(folder));
  }

  private static byte[] bytes(String path) {
    return BUILT_IN.page(path).orElseThrow().bytes();
  }

  private static int compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater =
        new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION))) {
      deflater.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.size() + 100;
  }
}
