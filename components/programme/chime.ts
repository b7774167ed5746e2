/** Two soft tones, a fourth apart, in Hz. */
const TONES = [523.25, 698.46]
const APART = 0.35
const LASTS = 1.2
const LOUD = 0.12

let context: AudioContext | null = null

/** Browsers give sound only after somebody touched the page: call it when the sound is chosen, or at the first touch after that. */
export function allowSound(): void {
  context ??= new AudioContext()
  void context.resume()
}

/** A soft sound, once; silent where the browser allows none. */
export function ring(): void {
  if (context?.state !== 'running') return
  const now = context.currentTime
  for (const [index, tone] of TONES.entries()) {
    const at = now + index * APART
    const [voice, loudness] = [context.createOscillator(), context.createGain()]
    voice.frequency.value = tone
    loudness.gain.setValueAtTime(0, at)
    loudness.gain.linearRampToValueAtTime(LOUD, at + 0.03)
    loudness.gain.exponentialRampToValueAtTime(0.001, at + LASTS)
    voice.connect(loudness).connect(context.destination)
    voice.start(at)
    voice.stop(at + LASTS)
  }
}
