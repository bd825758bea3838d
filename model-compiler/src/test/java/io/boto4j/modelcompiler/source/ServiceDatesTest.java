package io.boto4j.modelcompiler.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dates of the services of a base. */
final class ServiceDatesTest {
  private static final ModelSource JUNE = base("1", LocalDate.of(2026, 6, 1));
  private static final ModelSource JULY = base("2", LocalDate.of(2026, 7, 1));

  @TempDir Path folder;

  @Test
  void after_changedAndNewServices_haveTheDateOfTheLaterBase() throws IOException {
    write("before/same/1/service-2.json", "{}");
    write("after/same/1/service-2.json", "{}");
    write("before/changed/1/service-2.json", "{}");
    write("after/changed/1/service-2.json", "{ }");
    write("before/more/1/service-2.json", "{}");
    write("after/more/1/service-2.json", "{}");
    write("after/more/1/waiters-2.json", "{}");
    write("after/fresh/1/service-2.json", "{}");
    write("before/gone/1/service-2.json", "{}");
    write("after/endpoints.json", "{}");
    Path dates = write("dates.txt", "# text\n\nsame 2024-02-29\nchanged 2025-01-01\n");

    ServiceDates later =
        ServiceDates.read(dates)
            .after(JUNE, folder.resolve("before"), JULY, folder.resolve("after"));

    assertThat(later.all())
        .isEqualTo(
            Map.of(
                "same", LocalDate.of(2024, 2, 29),
                "changed", JULY.date(),
                "more", JULY.date(),
                "fresh", JULY.date()));
  }

  @Test
  void after_serviceWithoutDate_hasThatOfTheEarlierBase() throws IOException {
    write("before/same/1/service-2.json", "{}");
    write("after/same/1/service-2.json", "{}");

    ServiceDates later =
        ServiceDates.read(folder.resolve("missing.txt"))
            .after(JUNE, folder.resolve("before"), JULY, folder.resolve("after"));

    assertThat(later.of("same", JULY)).isEqualTo(JUNE.date());
  }

  @Test
  void write_dates_canBeRead() throws IOException {
    Path dates = write("dates.txt", "b 2025-01-01\na 2024-02-29\n");
    Path written = folder.resolve("written.txt");

    ServiceDates.read(dates).write(written);

    assertThat(Files.readString(written)).endsWith("\na 2024-02-29\nb 2025-01-01\n");
    assertThat(ServiceDates.read(written).all()).isEqualTo(ServiceDates.read(dates).all());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledger", "ledger 01.02.2026", "2026-01-01 ledger"})
  void read_invalidLine_namesIt(String line) throws IOException {
    Path dates = write("dates.txt", "# text\n" + line + "\n");
    assertThatThrownBy(() -> ServiceDates.read(dates))
        .isInstanceOf(ModelException.class)
        .hasMessage(dates + ", line 2: not a service and a date such as 2026-08-31");
  }

  @Test
  void fileOf_sourcesFile_isNextToIt() {
    assertThat(ServiceDates.fileOf(Path.of("a", "sources.txt")))
        .isEqualTo(Path.of("a", "sources-dates.txt"));
    assertThat(ServiceDates.fileOf(Path.of("pins"))).isEqualTo(Path.of("pins-dates.txt"));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static ModelSource base(String version, LocalDate date) {
    return new ModelSource(
        ModelSource.Kind.BASE, "*", "com.example:base", version, date, "0".repeat(64));
  }
}
