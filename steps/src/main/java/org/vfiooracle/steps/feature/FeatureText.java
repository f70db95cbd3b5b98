// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.feature;

import io.cucumber.core.resource.Resource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/**
 * The text of a feature file under the name by which it is shown, so that no result depends on where a checkout is.
 *
 * @param label path with /, relative to the checkout where it is inside of it
 * @param text its content
 */
record FeatureText(String label, String text) implements Resource {
    @Override
    public URI getUri() {
        try {
            return new URI(null, null, label, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no path: " + label, e);
        }
    }

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
