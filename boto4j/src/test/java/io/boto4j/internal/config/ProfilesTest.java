package io.boto4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.boto4j.error.ConfigParseException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProfilesTest {
  @TempDir Path home;

  @Test
  void credentialsFile_laidOverConfigFile_winsKeyByKey() throws IOException {
    write("config", "[profile dev]\nregion = a\noutput = json\ns3 =\n  x = 1\nec2 = flat\n");
    write("credentials", "[dev]\nregion = b\naws_access_key_id = k\ns3 = flat\nec2 =\n  y = 2\n");
    Profile dev = profiles().find("dev");

    assertThat(dev.value("region")).isEqualTo("b");
    assertThat(dev.value("output")).isEqualTo("json");
    assertThat(dev.value("aws_access_key_id")).isEqualTo("k");
    assertThat(dev.value("s3")).isEqualTo("flat");
    assertThat(dev.nested("s3")).isEmpty();
    assertThat(dev.value("ec2")).isNull();
    assertThat(dev.nested("ec2")).containsExactly(Map.entry("y", "2"));
  }

  @Test
  void eachFile_askedAlone_isNotMerged() throws IOException {
    write(
        "config",
        "[profile dev]\nregion = a\n[sso-session s]\nk = v\n[services v]\ns3 =\n  a = b\n");
    write("credentials", "[dev]\nregion = b\n[only]\n[sso-session s]\nk = w\n");
    Profiles profiles = profiles();

    assertThat(profiles.configFileProfile("dev").value("region")).isEqualTo("a");
    assertThat(profiles.credentialsFileProfile("dev").value("region")).isEqualTo("b");
    assertThat(profiles.configFileProfile("only")).isNull();
    assertThat(profiles.ssoSession("s").value("k")).isEqualTo("v");
    assertThat(profiles.ssoSession("none")).isNull();
    assertThat(profiles.services("v").nested("s3")).containsEntry("a", "b");
    assertThat(profiles.services("none")).isNull();
    assertThat(profiles.names()).containsExactly("dev", "only", "sso-session s");
  }

  @Test
  void missingFiles_areEmpty() {
    assertThat(profiles().names()).isEmpty();
    assertThat(profiles().find("default")).isNull();
  }

  @Test
  void oneFileMissing_leavesTheOther() throws IOException {
    write("credentials", "[default]\na = 1\n");

    assertThat(profiles().find("default").value("a")).isEqualTo("1");
  }

  @Test
  void files_areReadOnceAndOnlyWhenAsked() throws IOException {
    Profiles profiles = profiles();
    write("config", "[default]\na = 1\n");
    assertThat(profiles.names()).containsExactly("default");

    write("config", "broken");

    assertThat(profiles.find("default").value("a")).isEqualTo("1");
  }

  @Test
  void failure_isNotRemembered() throws IOException {
    write("config", "broken");
    Profiles profiles = profiles();
    assertThatThrownBy(profiles::names).isInstanceOf(ConfigParseException.class);

    write("config", "[default]\n");

    assertThat(profiles.names()).containsExactly("default");
  }

  @Test
  void unreadableFile_isAnErrorThatNamesIt() throws IOException {
    assumeThat(home.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Path file = write("config", "[default]\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(file)).as("not run by root").isFalse();

    assertThatThrownBy(() -> profiles().names())
        .isInstanceOf(ConfigParseException.class)
        .hasMessageStartingWith(
            "Unable to parse config file: " + file + ": it is there but cannot be read: ");
  }

  @Test
  void homeOnAnotherFileSystem_isReadThere() throws IOException {
    URI archive = URI.create("jar:" + home.resolve("home.zip").toUri());
    try (FileSystem other = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      Path there = other.getPath("/home");
      Files.createDirectories(there.resolve(".aws"));
      Files.writeString(there.resolve(".aws").resolve("config"), "[default]\na = 1\n");
      Files.writeString(there.resolve("credentials"), "[dev]\nb = 2\n");
      Profiles profiles =
          new Profiles(Map.of("AWS_SHARED_CREDENTIALS_FILE", "~/credentials"), there);

      assertThat(profiles.find("default").value("a")).isEqualTo("1");
      assertThat(profiles.find("dev").value("b")).isEqualTo("2");
    }
  }

  @Test
  void results_cannotBeChanged() throws IOException {
    write("config", "[default]\na = 1\ns3 =\n  x = 1\n");
    Profiles profiles = profiles();

    assertThat(profiles.names()).isUnmodifiable();
    assertThat(profiles.find("default").keys()).isUnmodifiable();
    assertThat(profiles.find("default").nested("s3")).isUnmodifiable();
  }

  @Test
  void profile_asText_showsItsNameOnly() throws IOException {
    write("credentials", "[d\u0007ev]\naws_secret_access_key = wJalr\n");

    assertThat(profiles().find("d\u0007ev")).hasToString("Profile[d?ev]");
  }

  @Test
  void manyThreads_getTheSameProfile() throws Exception {
    write("config", "[default]\na = 1\n");
    Profiles profiles = profiles();
    List<Profile> seen = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  start.await();
                  seen.add(profiles.find("default"));
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      thread.start();
      threads.add(thread);
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(seen).hasSize(8).allSatisfy(profile -> assertThat(profile).isSameAs(seen.get(0)));
  }

  private Profiles profiles() {
    return new Profiles(Map.of(), home);
  }

  private Path write(String name, String text) throws IOException {
    Path folder = Files.createDirectories(home.resolve(".aws"));
    return Files.writeString(folder.resolve(name), text);
  }
}
