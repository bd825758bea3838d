package io.boto4j.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Transfers with stores that others have written: s3proxy, and moto where python3 has it. */
@Timeout(300)
final class StoreProgrammeTest {
  @TempDir Path folder;

  @Test
  void s3proxy_transfersAreIntact() throws Exception {
    Properties properties = new Properties();
    properties.setProperty("s3proxy.endpoint", "http://127.0.0.1:0");
    properties.setProperty("s3proxy.authorization", "none");
    S3Proxy server =
        S3Proxy.Builder.fromProperties(properties).blobStore(new TransientNio2BlobStore()).build();
    server.start();
    try {
      run(server.getPort(), "CRC64NVME");
    } finally {
      server.stop();
    }
  }

  @Test
  void moto_transfersAreIntact() throws Exception {
    String missing = MotoServer.missing();
    // moto is a Python package, which a build without Python cannot have; the skip shows why.
    assumeTrue(missing == null, missing);
    try (MotoServer moto = MotoServer.start(folder.resolve("moto.log"))) {
      // Without awscrt, moto 5.2 sends the CRC32 of an object as its CRC64NVME (moto/s3/utils.py).
      run(moto.endpoint().getPort(), "CRC32");
    }
  }

  private void run(int port, String algorithm) throws Exception {
    try (StoreProgramme programme = new StoreProgramme(folder, port, algorithm)) {
      programme.transferAll();
      programme.copy();
      programme.resume();
      programme.sweep();
      programme.fail();
      programme.delete();
    }
  }
}
