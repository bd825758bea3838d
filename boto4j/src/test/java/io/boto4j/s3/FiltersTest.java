package io.boto4j.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FiltersTest {
  /** Pattern, text, and whether Python's {@code fnmatch.fnmatchcase} matches. */
  private static final String[][] FNMATCH = {
    {"*", "a/b", "true"},
    {"*.tmp", "x.tmp", "true"},
    {"*.tmp", "d/x.tmp", "true"},
    {"*.tmp", "x.tmpl", "false"},
    {"a?c", "abc", "true"},
    {"a?c", "a/c", "true"},
    {"a?c", "ac", "false"},
    {"[ab]x", "ax", "true"},
    {"[!ab]x", "ax", "false"},
    {"[!ab]x", "cx", "true"},
    {"[^a]x", "^x", "true"},
    {"[^a]x", "bx", "false"},
    {"[a-c]", "b", "true"},
    {"[c-a]", "b", "false"},
    {"[!c-a]", "b", "true"},
    {"[]a]", "]", "true"},
    {"[]a]", "a", "true"},
    {"[!]a]", "]", "false"},
    {"[!]a]", "b", "true"},
    {"[a", "[a", "true"},
    {"[", "[", "true"},
    {"[]", "[]", "true"},
    {"[!", "[!", "true"},
    {"[!]", "[!]", "true"},
    {"[-a]", "-", "true"},
    {"[a-]", "-", "true"},
    {"[a-c-e]", "d", "false"},
    {"[a-c-e]", "-", "true"},
    {"[a-c-e]", "b", "true"},
    {"sub/*", "sub/x/y", "true"},
    {"sub/*", "sub", "false"},
    {"*/x", "a/b/x", "true"},
    {"**", "a", "true"},
    {"", "", "true"},
    {"", "a", "false"},
    {"*a*b*c", "xaybzc", "true"},
    {"*a*b*c", "xaybz", "false"},
    {"a\\*b", "a\\xb", "true"},
    {"é*", "éa", "true"},
    {"?", "\uD83D\uDCA9", "true"},
    {"[\uD83D\uDCA0-\uD83D\uDCAF]", "\uD83D\uDCA9", "true"},
    {"A*", "abc", "false"},
    {"*\n", "a\n", "true"},
    {"a*", "a\nb", "true"},
    {".*", ".git", "true"},
    {"*.", "a.", "true"},
    {"{a,b}", "a", "false"},
    {"[[]x", "[x", "true"},
    {"[--0]", ".", "true"},
    {"[!-a]", "-", "false"},
    {"[!a-]", "-", "false"},
    {"a[b/]c", "a/c", "true"},
  };

  @Test
  void pattern_ofFnmatch_matchesTheSame() {
    for (String[] each : FNMATCH) {
      assertThat(Filters.matches(each[0], each[1]))
          .as("%s on %s", each[0], each[1])
          .isEqualTo(Boolean.parseBoolean(each[2]));
    }
  }

  @Test
  void pattern_ofManyStars_endsSoon() {
    String pattern = "*a".repeat(500) + "b";
    assertThat(Filters.matches(pattern, "a".repeat(20_000))).isFalse();
  }

  @Test
  void rules_several_lastMatchDecides() {
    Filters filters = new Filters();
    assertThat(filters.include("a.txt")).isTrue();
    filters.add(false, "*");
    filters.add(true, "sub/*");
    filters.add(false, "*.tmp");

    assertThat(filters.include("a.txt")).isFalse();
    assertThat(filters.include("sub/a.txt")).isTrue();
    assertThat(filters.include("sub/a.tmp")).isFalse();
  }

  @Test
  void rules_includeBeforeExcludeAll_excludesAll() {
    Filters filters = new Filters();
    filters.add(true, "sub/*");
    filters.add(false, "*");
    assertThat(filters.include("sub/a.txt")).isFalse();
  }

  @Test
  void directory_excludedToItsEnd_needNotBeRead() {
    Filters filters = new Filters();
    filters.add(false, "node_modules/*");
    filters.add(false, "*.tmp");
    assertThat(filters.excludeAllBelow("node_modules/")).isTrue();
    assertThat(filters.excludeAllBelow("node_modules/a/")).isTrue();
    assertThat(filters.excludeAllBelow("src/")).isFalse();
    assertThat(filters.excludeAllBelow("x.tmp/")).isFalse();

    filters.add(true, "node_modules/keep.js");
    assertThat(filters.excludeAllBelow("node_modules/")).isFalse();
  }
}
