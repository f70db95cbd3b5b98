// SPDX-License-Identifier: Apache-2.0
//! A program on the crate vfio-ioctls of rust-vmm: one container for all of its devices, in which it maps its memory when the
//! first of them is there, and which goes with the last.

use std::collections::HashMap;
use std::ffi::{c_char, c_int, CStr};
use std::path::Path;
use std::sync::{Arc, Mutex};

use vfio_ioctls::{VfioContainer, VfioDevice, VfioError};

const LOW: u64 = 3 << 30;
const HIGH: u64 = 4 << 30;
const STEP: u64 = 128 << 20;

/// A piece of memory, and its bus address.
#[derive(Clone, Copy)]
struct Piece {
    memory: usize,
    size: usize,
    at: u64,
}

#[derive(Default)]
struct Program {
    container: Option<Arc<VfioContainer>>,
    devices: HashMap<String, VfioDevice>,
    pieces: Vec<Piece>,
}

static PROGRAM: Mutex<Option<Program>> = Mutex::new(None);

extern "C" {
    fn new_memory(size: usize, kind: *const c_char) -> *mut u8;
}

impl Program {
    /// Memory that comes later lies above the devices.
    fn piece(&self, memory: *mut u8, size: usize) -> Piece {
        let end = self.pieces.last().map(|last| last.at + last.size as u64);
        let at = match end {
            None => 0,
            Some(end) if end <= LOW => HIGH,
            Some(end) => end.next_multiple_of(STEP),
        };
        Piece { memory: memory as usize, size, at }
    }

    fn attach(&mut self, address: &str) -> Result<(), VfioError> {
        let container = match &self.container {
            Some(container) => container.clone(),
            None => Arc::new(VfioContainer::new(None)?),
        };
        let path = Path::new("/sys/bus/pci/devices").join(address);
        let device = VfioDevice::new(&path, container.clone())?;
        if self.container.is_none() {
            for piece in &self.pieces {
                map(&container, *piece)?;
            }
        }
        self.devices.insert(address.to_string(), device);
        self.container = Some(container);
        Ok(())
    }

    fn detach(&mut self, address: &str) -> bool {
        let was_there = self.devices.remove(address).is_some();
        if self.devices.is_empty() {
            self.container = None;
        }
        was_there
    }

    fn grow(&mut self, piece: Piece) -> Result<(), VfioError> {
        if let Some(container) = &self.container {
            map(container, piece)?;
        }
        self.pieces.push(piece);
        Ok(())
    }
}

fn map(container: &VfioContainer, piece: Piece) -> Result<(), VfioError> {
    // SAFETY: nothing here reads or writes the memory, which lives as long as the program.
    unsafe { container.vfio_dma_map(piece.at, piece.size, piece.memory as *mut u8) }
}

fn done(what: &str, result: Result<(), VfioError>) -> bool {
    if let Err(error) = &result {
        eprintln!("{what}: {error}");
    }
    result.is_ok()
}

fn with<T>(action: impl FnOnce(&mut Program) -> T) -> T {
    action(PROGRAM.lock().unwrap().get_or_insert_with(Program::default))
}

fn text<'a>(words: *const c_char) -> &'a str {
    // SAFETY: frame.c gives strings that end with 0 and outlive the call.
    unsafe { CStr::from_ptr(words) }.to_str().unwrap_or("")
}

/// See frame.h.
#[no_mangle]
pub extern "C" fn begin(size: usize, kind: *const c_char, devices: *const *const c_char, count: c_int) -> bool {
    // SAFETY: COUNT strings are there.
    let wanted = (0..count as usize).map(|i| text(unsafe { *devices.add(i) }));
    grow(size, kind) && wanted.fold(true, |all, address| all && done(address, with(|program| program.attach(address))))
}

/// See frame.h.
#[no_mangle]
pub extern "C" fn attach(address: *const c_char) -> bool {
    done(text(address), with(|program| program.attach(text(address))))
}

/// See frame.h.
#[no_mangle]
pub extern "C" fn detach(address: *const c_char) -> bool {
    with(|program| program.detach(text(address)))
}

/// See frame.h.
#[no_mangle]
pub extern "C" fn grow(size: usize, kind: *const c_char) -> bool {
    // SAFETY: KIND is a string that ends with 0.
    let memory = unsafe { new_memory(size, kind) };
    done("memory", with(|program| {
        let piece = program.piece(memory, size);
        program.grow(piece)
    }))
}
