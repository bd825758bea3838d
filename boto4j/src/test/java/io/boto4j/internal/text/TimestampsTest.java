package io.boto4j.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimestampsTest {
  @Test
  void parse_textsBotocoreWasGiven_sameInstantOrRefused() throws IOException {
    List<String> differences = new ArrayList<>();
    int count = 0;
    for (String[] row : fixtures("parse")) {
      count++;
      String seen = microsOrError(row[1]);
      if (!seen.equals(row[2])) {
        differences.add(row[1] + ": botocore " + row[2] + ", here " + seen);
      }
    }
    // An Instant has more years than a datetime.
    assertThat(differences)
        .containsExactlyInAnyOrder(
            "0000-01-01: botocore error, here -62167219200000000",
            "253402300800: botocore error, here 253402300800000000",
            "-62135596801: botocore error, here -62135596801000000");
    assertThat(count).isGreaterThan(450);
  }

  @Test
  void ofEpoch_doublesBotocoreWasGiven_sameMicrosecondOrRefused() throws IOException {
    List<String> differences = new ArrayList<>();
    int count = 0;
    for (String[] row : fixtures("number")) {
      count++;
      double number =
          switch (row[1]) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(row[1]);
          };
      String seen;
      try {
        seen = micros(Timestamps.ofEpoch(number));
      } catch (IllegalArgumentException e) {
        seen = "error";
      }
      if (!seen.equals(row[2])) {
        differences.add(row[1] + ": botocore " + row[2] + ", here " + seen);
      }
    }
    assertThat(differences)
        .containsExactlyInAnyOrder(
            "253402300800.0: botocore error, here 253402300800000000",
            "-62135596800.5: botocore error, here -62135596800500000",
            "-62135596801.0: botocore error, here -62135596801000000");
    assertThat(count).isGreaterThan(200);
  }

  @Test
  void writers_instantsBotocoreWrote_sameText() throws IOException {
    int count = 0;
    for (String[] row : fixtures("write")) {
      count++;
      long micros = Long.parseLong(row[1]);
      Instant instant =
          Instant.ofEpochSecond(
              Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1000L);
      assertThat(Timestamps.iso8601(instant)).isEqualTo(row[2]);
      assertThat(Timestamps.iso8601Millis(instant)).isEqualTo(row[3]);
      assertThat(Timestamps.rfc822(instant)).isEqualTo(row[4]);
      assertThat(Timestamps.epochSeconds(instant)).isEqualTo(Long.parseLong(row[5]));
      assertThat(Timestamps.parse(row[2])).isEqualTo(instant);
    }
    assertThat(count).isGreaterThan(70);
  }

  @Test
  void calendar_everyDayOfTenThousandYears_agreesWithJavaTime() {
    LocalDate last = LocalDate.of(9999, 12, 31);
    long days = LocalDate.of(1, 1, 1).toEpochDay();
    for (; days <= last.toEpochDay(); days++) {
      LocalDate date = LocalDate.ofEpochDay(days);
      String text = Timestamps.sigV4Day(Instant.ofEpochSecond(days * 86_400 + 86_399));
      int expected = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
      if (Integer.parseInt(text) != expected
          || Timestamps.daysFromCivil(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
              != days) {
        assertThat(text).isEqualTo(date.toString());
      }
    }
    assertThat(days).isEqualTo(last.toEpochDay() + 1);
  }

  @Test
  void sigV4_instantWithFraction_basicFormatInSeconds() {
    Instant instant = Instant.parse("2015-08-30T12:36:00.999999999Z");

    assertThat(Timestamps.sigV4(instant)).isEqualTo("20150830T123600Z");
    assertThat(Timestamps.sigV4Day(instant)).isEqualTo("20150830");
  }

  @Test
  void iso8601_nanoseconds_cutToMicroseconds() {
    assertThat(Timestamps.iso8601(Instant.ofEpochSecond(0, 999))).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(Timestamps.iso8601(Instant.ofEpochSecond(0, 1999)))
        .isEqualTo("1970-01-01T00:00:00.000001Z");
    assertThat(Timestamps.iso8601Millis(Instant.ofEpochSecond(0, 999_999)))
        .isEqualTo("1970-01-01T00:00:00.000Z");
  }

  @Test
  void writers_yearBelowThousand_padded() {
    Instant instant = Instant.parse("0005-01-01T00:00:00Z");

    assertThat(Timestamps.iso8601(instant)).isEqualTo("0005-01-01T00:00:00Z");
    assertThat(Timestamps.rfc822(instant)).isEqualTo("Sat, 01 Jan 0005 00:00:00 GMT");
  }

  @Test
  void writers_yearOutsideRange_refused() {
    Instant before = Instant.parse("0001-01-01T00:00:00Z").minusNanos(1);
    Instant after = Instant.parse("9999-12-31T23:59:59Z").plusSeconds(1);
    for (Instant instant : List.of(before, after, Instant.MIN, Instant.MAX)) {
      assertThatIllegalArgumentException().isThrownBy(() -> Timestamps.iso8601(instant));
      assertThatIllegalArgumentException().isThrownBy(() -> Timestamps.iso8601Millis(instant));
      assertThatIllegalArgumentException().isThrownBy(() -> Timestamps.rfc822(instant));
      assertThatIllegalArgumentException().isThrownBy(() -> Timestamps.sigV4(instant));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Timestamps.sigV4Day(instant))
          .withMessageContaining("outside the years 1 to 9999");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-02T03:04:05.1Z, 100000000",
    "2020-01-02T03:04:05.123456789Z, 123456789",
    "2020-01-02T03:04:05.1234567899Z, 123456789",
    "2020-01-02T03:04:05.000000001Z, 1",
    "1577934245.123456789, 123456789",
    "1577934245.1234567899, 123456789",
    "15779342451234567890e-10, 123456789",
    "0.000001577934245000000001e15, 1",
    "'Thu, 02 Jan 2020 03:04:05.000000001 GMT', 1",
  })
  void parse_nanoseconds_exactAndCut(String text, int nanos) {
    assertThat(Timestamps.parse(text)).isEqualTo(Instant.ofEpochSecond(1_577_934_245, nanos));
  }

  @Test
  void parse_negativeEpochFraction_towardsThePast() {
    assertThat(Timestamps.parse("-0.000000001")).isEqualTo(Instant.ofEpochSecond(0, -1));
    assertThat(Timestamps.parse("-62135596800")).isEqualTo(Instant.parse("0001-01-01T00:00:00Z"));
    assertThat(Timestamps.parse("-62135596800.000000001"))
        .isEqualTo("0000-12-31T23:59:59.999999999Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
    "2016-12-31T23:59:60.5Z, 2017-01-01T00:00:00.5Z",
    "'Sat, 31 Dec 2016 23:59:60 GMT', 2017-01-01T00:00:00Z",
    "2017-01-01T05:29:60+05:30, 2017-01-01T00:00:00Z",
  })
  void parse_leapSecond_nextMinute(String text, Instant expected) {
    assertThat(Timestamps.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'Sunday, 02-Jan-68 20:34:56 GMT', 2068-01-02T20:34:56Z",
    "'Sunday, 02-Jan-69 20:34:56 GMT', 1969-01-02T20:34:56Z",
  })
  void parse_twoDigitYear_pivotOf69(String text, Instant expected) {
    assertThat(Timestamps.parse(text)).isEqualTo(expected);
  }

  /** Texts for which dateutil guesses a meaning, with today's date or in the wrong zone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--1",
        "1.2.3",
        "1_000",
        "2020-01",
        "2020-1-2",
        "10:20",
        "Wed, 02 Jan 2019",
        "Wed, 02 Jan 2019 03:04:05 EST",
        "2020-01-02T03",
        "2020-01-02T03:04:05ZZ",
        "2020-01-02T03:04:05.Z",
        "2020-01-02T03:04:05+1",
        "2020-01-02T03:04:05+01:",
        "2020-01-02T03:04:05+01:60",
        "2020-01-02T03:04:05+010",
        "2020-01-02T03:04:05+01000",
        "2020-01-02T",
        "2020-01-02T0304",
        "20200102T03:04",
        "٢٠٢٠-٠١-٠٢",
        "1e1e1",
        "1577934245Z",
        "2020-01-02\nT03:04:05Z",
      })
  void parse_ambiguousOrMalformed_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timestamps.parse(text))
        .withMessageStartingWith("Invalid timestamp \"");
  }

  @Test
  void parse_namesInAnyCase_accepted() {
    assertThat(Timestamps.parse("sun, 02 JAN 2000 20:34:56 gmt")).isEqualTo("2000-01-02T20:34:56Z");
    assertThat(Timestamps.parse("2000-01-02t20:34:56utc")).isEqualTo("2000-01-02T20:34:56Z");
  }

  @Test
  void parse_everyPrefixAndOneWrongCharacter_neverAnotherException() {
    for (String text :
        List.of("2020-01-02T03:04:05.678+09:00", "Wed, 02 Jan 2019 03:04:05 GMT", "-1.5e-3")) {
      for (int i = 0; i < text.length(); i++) {
        microsOrError(text.substring(0, i));
        for (char c : new char[] {0, ' ', '-', '9', 'T', 'é', '\uD800'}) {
          microsOrError(text.substring(0, i) + c + text.substring(i + 1));
        }
      }
    }
  }

  @Test
  void parse_hostileText_shownShortAndPrintable() {
    String text = "2020-01-02T03:04:05\u001b[31m\r\n" + "x".repeat(1_000_000);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timestamps.parse(text))
        .withMessageStartingWith("Invalid timestamp \"2020-01-02T03:04:05?[31m??xxx")
        .withMessageEndingWith("xxx…\": it is too long")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(120));
  }

  @Test
  void parse_malformed_messageNamesTheFault() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timestamps.parse("2020-02-30"))
        .withMessage("Invalid timestamp \"2020-02-30\": there is no such day");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timestamps.parse("2020-01-02T03:0x:05Z"))
        .withMessage(
            "Invalid timestamp \"2020-01-02T03:0x:05Z\": the minute should have a digit at"
                + " position 15");
  }

  @Test
  void ofEpoch_wholeSeconds_rangeChecked() {
    assertThat(Timestamps.ofEpoch(-1L)).isEqualTo(Instant.ofEpochSecond(-1));
    assertThat(Timestamps.ofEpoch(253_402_300_799L)).isEqualTo("9999-12-31T23:59:59Z");
    assertThat(Timestamps.ofEpoch(253_402_300_800L)).isEqualTo("+10000-01-01T00:00:00Z");
    assertThat(Timestamps.ofEpoch(Instant.MAX.getEpochSecond()))
        .isEqualTo("+1000000000-12-31T23:59:59Z");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timestamps.ofEpoch(Instant.MAX.getEpochSecond() + 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Timestamps.ofEpoch(Long.MIN_VALUE));
  }

  private static String microsOrError(String text) {
    try {
      return micros(Timestamps.parse(text));
    } catch (IllegalArgumentException e) {
      return "error";
    }
  }

  private static String micros(Instant instant) {
    return String.valueOf(instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000);
  }

  private static List<String[]> fixtures(String kind) throws IOException {
    try (InputStream in = TimestampsTest.class.getResourceAsStream("botocore-timestamps.tsv")) {
      List<String[]> rows = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (line.startsWith(kind + "\t")) {
          rows.add(line.split("\t", -1));
        }
      }
      return rows;
    }
  }
}
