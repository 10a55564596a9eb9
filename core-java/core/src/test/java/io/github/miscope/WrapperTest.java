package io.github.miscope;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The Maven wrapper runs what it downloads. */
class WrapperTest {

  @Test
  void whatTheWrapperDownloadsHasAChecksumAndComesBySecureTransport() throws IOException {
    Properties wrapper = new Properties();
    try (Reader in =
        Files.newBufferedReader(Path.of("../../.mvn/wrapper/maven-wrapper.properties"))) {
      wrapper.load(in);
    }
    assertTrue(wrapper.getProperty("distributionUrl").startsWith("https://"));
    String sum = wrapper.getProperty("distributionSha256Sum", "");
    assertTrue(sum.matches("[0-9a-f]{64}"), sum);
  }
}
