package io.boto4j.internal.config;

import io.boto4j.error.ConfigParseException;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.text.Printable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the two shared files, read by the rules of botocore's {@code configloader}.
 *
 * <p>In the config file, a profile is {@code [default]} or {@code [profile NAME]}, where the name
 * may be quoted as in a shell. Other sections are {@code [sso-session NAME]} and {@code [services
 * NAME]}. A prefix that is not followed by exactly one word, or is unknown, makes a section
 * ignored. In the credentials file, the name of a section is the name of the profile.
 */
final class ProfileFile {
  /**
   * The size limit in bytes: 10,000 profiles fit, while a log or an archive in place of the file is
   * rejected early.
   */
  static final int LARGEST = 1 << 20;

  private final Map<String, Profile> profiles = new LinkedHashMap<>();
  private final Map<String, Profile> ssoSessions = new LinkedHashMap<>();
  private final Map<String, Profile> services = new LinkedHashMap<>();

  private ProfileFile() {}

  /**
   * Reads a config file.
   *
   * @param path the file, or null for none
   * @return the content; empty if there is no such regular file
   * @throws ConfigParseException if the file exists but cannot be read or parsed
   */
  static ProfileFile config(@Nullable Path path) {
    ProfileFile file = new ProfileFile();
    for (Map.Entry<String, Map<String, String>> section : sections(path).entrySet()) {
      file.addConfigSection(section.getKey(), section.getValue());
    }
    return file;
  }

  /**
   * Reads a credentials file.
   *
   * @param path the file, or null for none
   * @return the content; empty if there is no such regular file
   * @throws ConfigParseException if the file exists but cannot be read or parsed
   */
  static ProfileFile credentials(@Nullable Path path) {
    ProfileFile file = new ProfileFile();
    for (Map.Entry<String, Map<String, String>> section : sections(path).entrySet()) {
      add(file.profiles, section.getKey(), section.getValue());
    }
    return file;
  }

  Map<String, Profile> profiles() {
    return profiles;
  }

  Map<String, Profile> ssoSessions() {
    return ssoSessions;
  }

  Map<String, Profile> services() {
    return services;
  }

  /**
   * Adds a section. As in botocore, only the start of a prefix is compared: {@code [profiles x]} is
   * profile x too.
   */
  private void addConfigSection(String header, Map<String, String> entries) {
    if (header.equals("default")) {
      add(profiles, header, entries);
    } else if (header.startsWith("profile")) {
      addPrefixed(profiles, header, entries);
    } else if (header.startsWith("sso-session")) {
      addPrefixed(ssoSessions, header, entries);
    } else if (header.startsWith("services")) {
      addPrefixed(services, header, entries);
    }
  }

  private static void addPrefixed(
      Map<String, Profile> target, String header, Map<String, String> entries) {
    List<String> words;
    try {
      words = ShellWords.split(header);
    } catch (IllegalArgumentException notClosed) {
      return;
    }
    if (words.size() == 2) {
      add(target, words.get(1), entries);
    }
  }

  private static void add(Map<String, Profile> target, String name, Map<String, String> entries) {
    target.put(name, new Profile(name, entries));
  }

  private static Map<String, Map<String, String>> sections(@Nullable Path path) {
    byte[] content = path == null ? null : content(path);
    if (path == null || content == null) {
      return Map.of();
    }
    String file = Printable.whole(path.toString());
    return IniParser.parse(decode(content, file), file);
  }

  private static byte @Nullable [] content(Path path) {
    // As in botocore, a directory, a device (/dev/null) or a pipe counts as no file.
    if (!Files.isRegularFile(path)) {
      return null;
    }
    String file = Printable.whole(path.toString());
    byte[] content;
    try (InputStream in = open(path)) {
      content = in.readNBytes(LARGEST + 1);
    } catch (IOException e) {
      if (!Files.isRegularFile(path)) {
        return null;
      }
      String problem = "it is there but cannot be read: " + e.getMessage();
      throw Errors.configParse(file, 0, Printable.whole(problem), e);
    }
    if (content.length > LARGEST) {
      throw Errors.configParse(
          file, 0, "found more than " + LARGEST + " bytes; expected a file of profiles", null);
    }
    return content;
  }

  /**
   * Opens a file, through {@code FileInputStream} where possible: a channel would load 30 more
   * classes in a cold start.
   */
  private static InputStream open(Path path) throws IOException {
    return path.getFileSystem() == FileSystems.getDefault()
        ? new FileInputStream(path.toFile())
        : Files.newInputStream(path);
  }

  private static String decode(byte[] content, String file) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(content);
    CharBuffer text = CharBuffer.allocate(content.length);
    CoderResult result = decoder.decode(bytes, text, true);
    if (result.isError()) {
      throw Errors.configParse(
          file,
          lineAt(content, bytes.position()),
          "found bytes that are not UTF-8; expected UTF-8",
          null);
    }
    text.flip();
    // Editors on Windows write a byte order mark, which Python rejects as text before a section.
    if (text.hasRemaining() && text.get(0) == '\uFEFF') {
      text.position(1);
    }
    return text.toString();
  }

  private static int lineAt(byte[] content, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      if (content[i] == '\n' || (content[i] == '\r' && content[i + 1] != '\n')) {
        line++;
      }
    }
    return line;
  }
}
