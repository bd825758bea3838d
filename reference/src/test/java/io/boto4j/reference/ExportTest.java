package io.boto4j.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.reference.site.MadeUpModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportTest {
  @TempDir private Path folder;

  private Reference reference;
  private Path site;

  @BeforeEach
  void create() throws IOException {
    reference = Reference.of(MadeUpModel.in(folder.resolve("models")));
    site = folder.resolve("site");
  }

  @Test
  void export_toNewFolder_writesWhatTheServerSends() throws IOException {
    ExportResult result = reference.export(site);
    Map<String, String> files = files(site);
    assertThat(files).containsKeys("index.html", "assets/site.css", "search/core.bin");
    assertThat(files.get("services/madeup/operations/GetThing.html"))
        .isEqualTo(
            new String(
                reference.page("services/madeup/operations/GetThing.html").orElseThrow().bytes(),
                StandardCharsets.ISO_8859_1));
    assertThat(result.files()).isEqualTo(files.size() - 1);
    assertThat(result.bytes()).isPositive();
  }

  @Test
  void export_twice_hasTheSameBytes() throws IOException {
    reference.export(site);
    Path other = folder.resolve("other");
    Reference.of(MadeUpModel.in(folder.resolve("models"))).export(other);
    assertThat(files(other)).isEqualTo(files(site));
  }

  @Test
  void export_toEarlierExport_deletesPagesThatAreGone() throws IOException {
    reference.export(site);
    Path gone = site.resolve("services/madeup/operations/Gone.html");
    Files.writeString(gone, "");
    Path host = Files.writeString(site.resolve("CNAME"), "reference.example.com");
    reference.export(site);
    assertThat(gone).doesNotExist();
    assertThat(host).exists();
    assertThat(site.resolve("index.html")).exists();
  }

  @Test
  void export_toFolderWithOtherFiles_isRefused() throws IOException {
    Files.createDirectories(site);
    Files.writeString(site.resolve("thesis.txt"), "years of work");
    assertThatThrownBy(() -> reference.export(site))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has other files");
    assertThat(files(site)).containsOnlyKeys("thesis.txt");
  }

  @Test
  void export_toFile_isRefused() throws IOException {
    Files.writeString(site, "");
    assertThatThrownBy(() -> reference.export(site))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is not a folder");
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  files.put(
                      folder.relativize(file).toString().replace('\\', '/'),
                      Files.readString(file, StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return files;
  }
}
