package io.github.miscope.jupyter

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class SvgIdsTest {
    private fun drawing(id: String, other: String, width: Int = 1) =
        """<svg><clipPath id="$id"/><g id="$other" clip-path="url(#$id)" w="$width" fill="#abc"/></svg>"""

    @Test
    fun `the ids of equal drawings are equal`() {
        val first = withStableIds(drawing("cAbc", "dXyz"))
        assertEquals(first, withStableIds(drawing("q1", "q")))
        assertNotEquals(first, withStableIds(drawing("cAbc", "dXyz", width = 2)))
    }

    @Test
    fun `references follow their ids, and colours stay`() {
        val svg = withStableIds(drawing("abc1", "abc"))
        val id = Regex("""clipPath id="([^"]+)"""").find(svg)!!.groupValues[1]
        assertTrue("url(#$id)" in svg, svg)
        assertTrue("""fill="#abc"""" in svg, svg)
    }
}
